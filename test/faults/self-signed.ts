import { generateKeyPairSync, sign } from 'node:crypto';

/** A value of DER: a tag, the length of what follows, and that. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const { length } = body;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...head]), body]);
}

const sequence = (...parts: Buffer[]): Buffer => der(0x30, ...parts);
const utc = (year: string): Buffer => der(0x17, Buffer.from(`${year}0101000000Z`));
/** ecdsa-with-SHA256 */
const ALGORITHM = sequence(der(0x06, Buffer.from('2a8648ce3d040302', 'hex')));

const pem = (bytes: Buffer): string => `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64')}\n-----END CERTIFICATE-----\n`;

/** A key and a certificate (X.509, version 1) that nobody vouches for, new with each call. */
export function selfSigned(): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(der(0x31, sequence(der(0x06, Buffer.from('550403', 'hex')), der(0x0c, Buffer.from('127.0.0.1')))));
  const serial = der(0x02, Buffer.from([1]));
  const told = sequence(serial, ALGORITHM, name, sequence(utc('20'), utc('49')), name, publicKey.export({ type: 'spki', format: 'der' }));
  const signature = der(0x03, Buffer.from([0]), sign('sha256', told, privateKey));
  return { key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })), cert: pem(sequence(told, ALGORITHM, signature)) };
}
