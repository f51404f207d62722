import { find, type ReadCall } from "../commands/scene.ts";
import type { Programs, Rule } from "./rule.ts";
import { ANY_INSTALL, each as allOf } from "./traits.ts";

const each = (names: string, trait: NonNullable<Rule["trait"]>): Programs =>
  Object.fromEntries(
    names.split(" ").map((name) => [name, { options: "*", operands: ["text"], trait, changes: true }]),
  );
/** `docker --version` and the like say no more than they seem. */
const unlessVersion = (trait: "publish"): Rule => ({
  options: "*",
  operands: ["text"],
  changes: true,
  check: (call: ReadCall) => {
    if (!/^`\S+ (--?version|version|compose version|buildx version|--help|help)`$/.test(call.shown)) find(call, trait);
  },
});
const BRING_OUT =
  "twine gh glab hub heroku vercel netlify fly flyctl aws gcloud az docker podman firebase railway sls pulumi surge now doctl eksctl oc nerdctl buildah skopeo docker-compose";

/** Programs known for what they do to others: all of their uses are asked about, or refused. */
export const DANGERS: Programs = {
  ...Object.fromEntries(BRING_OUT.split(" ").map((name) => [name, unlessVersion("publish")])),
  ...each(
    "curl wget nc ncat netcat telnet ssh scp sftp rsync ftp tftp socat dig nslookup host drill ping ping6 traceroute tracepath mtr nmap masscan aria2c axel httpie http https xh lynx links w3m elinks mail sendmail mailx mutt msmtp swaks ssh-copy-id ssh-keyscan autossh ngrok cloudflared lftp ncftp rclone s3cmd whois arp ip ifconfig ss netstat tcpdump wscat websocat grpcurl psql mysql mysqldump pg_dump mongo mongosh redis-cli iwconfig resolvectl getent yt-dlp",
    "network",
  ),
  ...allOf(
    "apt apt-get aptitude apk dnf yum pacman zypper brew snap flatpak dpkg rpm conda mamba micromamba pipx uvx asdf nvm fnm volta easy_install cpan cpanm luarocks nix nix-env nix-shell guix port emerge sdk vcpkg conan bower jspm",
    ANY_INSTALL,
  ),
  ...each(
    "sudo doas su pkexec runuser setpriv chroot mount umount unshare nsenter setcap capsh insmod rmmod modprobe mknod mkfs mkfs.ext4 mkfs.xfs mkswap swapon swapoff fdisk parted losetup systemctl service initctl init telinit crontab at batch anacron shutdown reboot halt poweroff iptables ip6tables nft ufw firewall-cmd sysctl useradd userdel usermod groupadd adduser deluser passwd chpasswd visudo chown chgrp chattr setfacl setenforce loginctl machinectl bwrap debugfs kexec ldconfig update-alternatives hostnamectl timedatectl dmesg journalctl lxc lxd virsh qemu-system-x86_64",
    "privilege",
  ),
  ...each(
    "history fc pass op vault bw gpg gpg2 ssh-keygen ssh-add ssh-agent keyctl secret-tool security age sops declare typeset local readonly compgen",
    "secret",
  ),
  ...each(
    "dd shred wipe srm busybox toybox eval trap alias unalias enable bind complete shopt parallel entr script expect screen tmux kill pkill killall skill xkill strace ltrace gdb lldb perf vi vim nvim view ex ed emacs nano pico less more most bat pager watchman at now coproc tclsh wish osascript powershell pwsh cmd cmd.exe patch",
    "opaque",
  ),
};
