import { deflateSync } from 'node:zlib';

// The API's icon (src/Dlp.Api/Page/icon.svg) on its grid of 32 × 32: a text, and in it what is better not said.
const shapes = [
  { box: [0, 0, 32, 32], radius: 8, color: [0x1f, 0x5c, 0x4d] },
  ...[[6.8, 10, 25.2], [6.8, 16, 12.6], [21.4, 16, 25.2], [6.8, 22, 21.2]].map(([left, middle, right]) => ({ box: [left, middle - 1.2, right, middle + 1.2], radius: 1.2, color: [255, 255, 255] })),
  { box: [13.4, 13, 20.6, 19], radius: 1.6, color: [0xff, 0xc8, 0x57] },
];

export const iconSizes = [16, 32, 48, 128];

/** The icon as a PNG, drawn here so that no picture of unknown origin is shipped. */
export function iconPng(size) {
  const rows = Buffer.alloc(size * (1 + size * 4));
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      rows.set(pixel(x, y, 32 / size), y * (1 + size * 4) + 1 + x * 4);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits, red green blue alpha
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

/** The mean of 8 × 8 samples, so that edges are smooth. */
function pixel(x, y, scale) {
  const samples = 8;
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < samples ** 2; i++) {
    const at = [x + (i % samples + 0.5) / samples, y + (Math.floor(i / samples) + 0.5) / samples].map(one => one * scale);
    const shape = shapes.findLast(one => isInside(at, one));
    if (shape) [...shape.color, 255].forEach((value, channel) => (sum[channel] += value));
  }
  const covered = sum[3] / 255;
  return sum.map((value, channel) => Math.round(value / (channel === 3 ? samples ** 2 : covered || 1)));
}

function isInside([x, y], { box: [left, top, right, bottom], radius }) {
  const beyond = (at, low, high) => Math.max(low + radius - at, 0, at - (high - radius));
  return x >= left && x <= right && y >= top && y <= bottom && Math.hypot(beyond(x, left, right), beyond(y, top, bottom)) <= radius;
}

function chunk(type, data) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function crc32(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
