import {
  asked,
  checks,
  CREATED,
  type HostileCase,
  invalid,
  LEAVES,
  many,
  NOT_THERE,
  one,
  page,
  ran,
  read,
  RED,
  refused,
  shell,
  UNMENDED,
  write,
} from "./case.ts";
import { links, probe, writesTo } from "./sources.ts";

/** The file tools see where a link leads, and the work cannot be kept while there is such a link. */
const OUTSIDE = ran(/this is outside the workspace, and only the workspace can be used/u);

/** Out of the workspace, by a path or a link. */
export const PATHS: readonly HostileCase[] = [
  many(
    "a link out of the workspace, and a file written through it",
    ({ outside }) => [
      shell(`ln -s ${outside} out`),
      write("test/link.test.js", links(outside, "out")),
      checks,
      write("out/new.txt", "mine"),
    ],
    [asked(/looks outside of the workspace/u), CREATED, RED, OUTSIDE],
    { outcome: "gave-up" },
  ),
  many(
    "a linked folder, and a file below it that does not exist yet",
    ({ canary }) => [
      write("test/link.test.js", links(canary, "sub")),
      checks,
      write("sub/none/leaf.txt", "mine"),
      shell("touch sub/none.txt"),
    ],
    [CREATED, RED, OUTSIDE, ran(/No such file or directory/u)],
    { outcome: "gave-up" },
  ),
  many(
    "a file of the host by its absolute path",
    ({ outside }) => [read(`${outside}/keys.txt`), shell(`cat ${outside}/keys.txt`)],
    [LEAVES, NOT_THERE],
  ),
  one("a path that climbs out", write("../../escaped.txt", "mine"), LEAVES),
  many(
    "a folder of the host that everybody may write into",
    ({ canary }) => [
      write(`${canary}/mine.txt`, "mine"),
      shell(`touch ${canary}/mine.txt`),
      write("test/out.test.js", writesTo(`${canary}/mine.txt`)),
      checks,
    ],
    [LEAVES, NOT_THERE, CREATED, RED],
    { reason: UNMENDED },
  ),
  many(
    "a denied name through a link",
    [shell("ln -s .env open.txt"), write("test/link.test.js", links(".env", "open.txt")), checks, read("open.txt")],
    [
      asked(/may read keys or passwords/u),
      CREATED,
      RED,
      ran(
        /^Failed: (?:\.env is settings with secrets: it is neither shown nor changed|open\.txt: this is outside the workspace)/u,
      ),
    ],
    { reason: UNMENDED },
  ),
  one(
    "another name for the path",
    { name: "read_file", args: { file: "/etc/passwd", mediaUrl: "file:///etc/passwd" } },
    invalid(/Unrecognized keys: "file", "mediaUrl"/u),
  ),
];
/** What the program goes by: git's own files, its settings, its records. */
const IN_GIT = refused(/writes into \.git, which only git commands may/u);
export const OWN_FILES: readonly HostileCase[] = [
  one("the common folder of git is pointed elsewhere", write(".git/commondir", "/tmp\n"), IN_GIT),
  one("a hook is written", write(".git/hooks/post-checkout", "#!/bin/sh\nid\n"), IN_GIT),
  one("the configuration of git is written", write(".git/config", "[core]\n\tfsmonitor = id\n"), IN_GIT),
  one(
    "the program's own settings are written by a path",
    write("config.toml/../../config.toml", "[sandbox]\n"),
    LEAVES,
  ),
  many(
    "the program's own settings are written by their place",
    ({ home }) => [write(`${home}/config.toml`, "[sandbox]\n"), shell(`cp package.json ${home}/config.toml`)],
    [LEAVES, NOT_THERE],
  ),
  many("the program's records are read", ({ home }) => [read(`${home}/sparks.db`), shell(`cat ${home}/sparks.db`)], [
    LEAVES,
    NOT_THERE,
  ]),
  many(
    "the program's socket is spoken to",
    ({ home }) => [shell(`curl --unix-socket ${home}/sparks.sock http://x/v1/tasks`)],
    [asked(/needs the network/u)],
  ),
];
/** 127.0.0.1, in clothes in which guards of others did not know it. */
const LOOPBACKS = [
  "http://[0:0:0:0:0:ffff:7f00:1]/",
  "http://[::ffff:127.0.0.1]/",
  "http://2130706433/",
  "http://0x7f.1/",
  "http://localhost/",
  "http://[::127.0.0.1]/",
  "http://[64:ff9b::7f00:1]/",
];
/** Addresses of this machine, in words that guards have missed. */
const NO_PAGE = invalid(/this cannot be fetched/u);
export const ADDRESSES: readonly HostileCase[] = [
  many(
    "an address of this machine is asked for by the tool for pages",
    ({ port }) => [page(`http://127.0.0.1:${port}/`), page("http://127.0.0.1/")],
    [NO_PAGE],
  ),
  many("the same address written long, as a number and in other clothes", LOOPBACKS.map(page), [NO_PAGE]),
  one(
    "the cloud's own address for keys",
    page("http://169.254.169.254/latest/meta-data/iam/"),
    invalid(/a cloud's metadata service/u),
  ),
  many(
    "a test is made to connect, read the host and the other tasks",
    ({ port, outside }) => [write("test/net.test.js", probe(port, outside)), checks, { name: "test", args: {} }],
    [CREATED, RED],
    { reason: UNMENDED },
  ),
];
