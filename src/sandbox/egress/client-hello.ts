/**
 * The server name that a TLS client asks for: many sites share an address, and the address alone was checked.
 * @returns the name; `null` when there is none or this is no TLS; `undefined` when more bytes are needed
 * @see RFC 8446 section 4.1.2, RFC 6066 section 3
 */
export function serverName(bytes: Buffer): string | null | undefined {
  if (bytes.length < 9) return bytes.length > 0 && bytes[0] !== 0x16 ? null : undefined;
  if (bytes[0] !== 0x16 || bytes[5] !== 0x01) return null;
  const end = 5 + bytes.readUInt16BE(3);
  if (bytes.length < end) return undefined;
  try {
    return nameOf(bytes.subarray(9, end));
  } catch (error) {
    if (error instanceof RangeError) return null; // cut short, or a hello split over records: nobody we serve does so
    throw error;
  }
}
function nameOf(hello: Buffer): string | null {
  let at = 2 + 32; // version, random
  at += 1 + hello.readUInt8(at); // session id
  at += 2 + hello.readUInt16BE(at); // cipher suites
  at += 1 + hello.readUInt8(at); // compression methods
  const end = at + 2 + hello.readUInt16BE(at);
  at += 2;
  while (at + 4 <= end) {
    const type = hello.readUInt16BE(at);
    const length = hello.readUInt16BE(at + 2);
    if (type === 0) return firstName(hello.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
function firstName(extension: Buffer): string | null {
  if (extension.readUInt8(2) !== 0) return null;
  const length = extension.readUInt16BE(3);
  return extension.length >= 5 + length ? extension.toString("latin1", 5, 5 + length).toLowerCase() : null;
}
