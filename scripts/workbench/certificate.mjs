import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

/** DER, as far as a certificate needs it (X.690): a tag, a length and what is inside. */
function der(tag, ...parts) {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const length =
    body.length < 128
      ? [body.length]
      : body.length < 256
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

const sequence = (...parts) => der(0x30, ...parts);
const set = (...parts) => der(0x31, ...parts);
const bits = (bytes) => der(0x03, [0], bytes);

function objectId(text) {
  const [first, second, ...rest] = text.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const number of rest) {
    const groups = [number & 127];
    for (let left = number >> 7; left > 0; left >>= 7) groups.unshift((left & 127) | 128);
    bytes.push(...groups);
  }
  return der(0x06, bytes);
}

const COMMON_NAME = '2.5.4.3';
const ECDSA_SHA256 = '1.2.840.10045.4.3.2';
const ALTERNATIVE_NAME = '2.5.29.17';

const name = (text) => sequence(set(sequence(objectId(COMMON_NAME), der(0x0c, Buffer.from(text)))));

const time = (date) => der(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));

const DAY = 86_400_000;
/** Browsers take no longer-lived certificate; it is made anew at every start. */
const VALID_DAYS = 30;

/** A self-signed certificate for localhost: office.js trusts its host only over https. Nothing is installed; the browser asks once. */
export function localCertificate(now = Date.now()) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = sequence(objectId(ECDSA_SHA256));
  const alternative = sequence(der(0x82, Buffer.from('localhost')), der(0x87, [127, 0, 0, 1]));
  const body = sequence(
    der(0xa0, der(0x02, [2])),
    der(0x02, [1, ...randomBytes(15)]),
    algorithm,
    name('localhost'),
    sequence(time(new Date(now - DAY)), time(new Date(now + VALID_DAYS * DAY))),
    name('localhost'),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(objectId(ALTERNATIVE_NAME), der(0x04, alternative)))),
  );
  const signature = createSign('SHA256').update(body).sign(privateKey);
  const certificate = sequence(body, algorithm, bits(signature));
  const lines = certificate.toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}
