const SHELLS = /^(.*\/)?(ba|da|a|z|k|mk|fi|c|tc)?sh$/;
export function isShell(name: string): boolean {
  return SHELLS.test(name);
}
