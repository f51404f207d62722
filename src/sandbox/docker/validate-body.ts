import type { ContainerBody } from "./container-body.ts";
import {
  type BodyProblem,
  equal,
  fieldProblems,
  isRecord,
  matching,
  off,
  oneOf,
  own,
  type Rule,
  type Shape,
  under,
} from "./field-rules.ts";
import { bodyPlace, type ContainerTemplate, type Place } from "./template.ts";
import { HOST_SHAPE } from "./validate-host.ts";
import { mountProblems } from "./validate-mounts.ts";

/**
 * Every way in which a container's create body is weaker than the template. An allow-list: each field that an engine knows
 * has a rule or must be empty, and a field that is not known here is refused. Being stricter (less memory, fewer
 * processes, smaller places) is no problem.
 * @param body what would be sent to the engine, as parsed JSON
 * @returns empty when it may be created
 */
export function problemsOf(body: unknown, template: ContainerTemplate): BodyProblem[] {
  if (!isRecord(body)) return [{ field: "", why: "must be an object" }];
  const place = bodyPlace(body, template);
  const host = own(body, "HostConfig");
  return [
    ...fieldProblems(body, BODY_SHAPE, place),
    ...under("HostConfig", fieldProblems(host, HOST_SHAPE, place)),
    ...(isRecord(host) ? under("HostConfig", mountProblems(own(host, "Mounts"), template)) : []),
  ];
}

const asTemplate = (name: keyof ContainerBody): Rule<Place> => {
  return (value, place) => equal<Place>(place.expected[name])(value, place);
};
const BODY_SHAPE: Shape<Place> = {
  rules: {
    HostConfig: () => null, // has a shape of its own
    Image: (value, { template }) => {
      if (typeof value !== "string" || !/^[\w][\w./:@-]{0,400}$/.test(value)) return "must name an image";
      return template.image === null || value === template.image ? null : `must be ${template.image}`;
    },
    User: matching(/^[1-9]\d{0,8}:[1-9]\d{0,8}$/, "two numbers above 0, as 10001:10001"),
    WorkingDir: asTemplate("WorkingDir"),
    Entrypoint: equal([]), // absent or null, the image's own would be run before the command
    Cmd: asTemplate("Cmd"),
    Env: environmentProblem,
    Hostname: matching(/^[a-z][a-z0-9-]{0,62}$/, "a plain name"),
    NetworkDisabled: equal(true),
    Tty: off(),
    OpenStdin: equal(true),
    StdinOnce: equal(true),
    AttachStdin: oneOf(true, false, undefined),
    AttachStdout: oneOf(true, false, undefined),
    AttachStderr: oneOf(true, false, undefined),
    Healthcheck: asTemplate("Healthcheck"),
    StopSignal: equal("SIGKILL"),
    StopTimeout: (value) => (value === undefined || value === null || within0to10(value) ? null : "must be at most 10"),
    Labels: labelsProblem,
    NetworkingConfig: (value) =>
      value === undefined || value === null || (isRecord(value) && Object.values(value).every(isNothing))
        ? null
        : "must be absent or empty",
  },
  unused: [
    ..."Volumes ExposedPorts Domainname MacAddress OnBuild Shell ArgsEscaped".split(" "),
    ..."name platform Platform".split(" "),
  ],
};
/** Seconds; an engine that is told nothing takes 10. */
function within0to10(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= 10;
}
function isNothing(value: unknown): boolean {
  return value === null || (isRecord(value) && Object.keys(value).length === 0);
}
/** Told to programs and followed by none in what it loads or runs. */
const HARMLESS = /^(?:CI|TZ|TERM|LC_ALL|NO_COLOR)=[\w./+-]{0,40}$/;
const TEMPORARY = ["/tmp", "/workspace/.tmp"];
/** Nothing but where programs, the home and temporary files are, and the language: no secret, no loader's setting. */
function environmentProblem(value: unknown, { expected }: Place): string | null {
  if (!Array.isArray(value)) return "must be a list";
  const wanted = new Map(expected.Env.map((line) => [line.split("=", 1)[0], line]));
  const seen = new Set<string>();
  for (const line of value as unknown[]) {
    const name = typeof line === "string" ? (line.split("=", 1)[0] ?? "") : "";
    if (!wanted.has(name) && !HARMLESS.test(String(line))) return `must not set ${JSON.stringify(name)}`;
    if (seen.has(name)) return `sets ${name} twice`;
    seen.add(name);
    const isLike =
      !wanted.has(name) ||
      line === wanted.get(name) ||
      (name === "TMPDIR" && TEMPORARY.some((folder) => line === `TMPDIR=${folder}`)) ||
      (name === "LANG" && /^LANG=[A-Za-z_.0-9-]{1,30}$/.test(String(line)));
    if (!isLike) return `must have ${wanted.get(name) ?? name}`;
  }
  return seen.has("PATH") && seen.has("HOME") ? null : "must set PATH and HOME";
}
const LABELS: Readonly<Record<string, RegExp>> = {
  "sparks.home": /^[A-Za-z0-9]{1,32}$/,
  "sparks.owner": /^[A-Za-z0-9-]{1,60}$/,
  "sparks.folder": /^[A-Za-z0-9._-]{1,60}$/,
  "sparks.created": /^\d{1,12}$/,
  "sparks.expires": /^\d{1,12}$/,
};
/** Whoever reaps goes by these: without them a container that lost its bot would stay for ever. */
function labelsProblem(value: unknown, { template }: Place): string | null {
  if (!isRecord(value)) return "must say whose it is";
  for (const [name, pattern] of Object.entries(LABELS)) {
    const label = own(value, name);
    if (typeof label !== "string" || !pattern.test(label)) return `lacks a good ${name}`;
  }
  const isOurs = (name: string): boolean => {
    if (Object.hasOwn(LABELS, name)) return true;
    const label = value[name];
    return /^sparks\.[a-z]{1,20}$/.test(name) && typeof label === "string" && /^[\w.:-]{0,60}$/.test(label);
  };
  const foreign = Object.keys(value).find((name) => !isOurs(name));
  if (foreign !== undefined) return `must not have ${foreign}`;
  if (!template.homes.includes(String(value["sparks.home"])))
    return `must be of the home ${template.homes.join(" or ")}`;
  if (Number(value["sparks.created"]) > template.latest / 1000) return "must not be made in the future";
  const lifeSeconds = Number(value["sparks.expires"]) - Number(value["sparks.created"]);
  const most = Math.ceil(template.limits.wallClockMs / 1000) + 1;
  return lifeSeconds > 0 && lifeSeconds <= most ? null : `must expire within ${most} s`;
}
