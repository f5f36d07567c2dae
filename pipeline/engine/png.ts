import { crc32, deflateSync, inflateSync } from "node:zlib";

/**
 * A picture of few colours as a PNG of a third of its size: each of at most 256 colours by its number. Where there are
 * more, the nearest ones become one. Alpha is dropped.
 *
 * @param png with 8 bits a channel, with or without alpha, not interlaced, as Chromium writes it
 */
export function smallPng(png: Buffer): Buffer {
  const { width, height, channels, pixels } = decode(png);
  const colourAt = (pixel: number, bits: number) => {
    let colour = 0;
    for (let channel = 0; channel < 3; channel++) {
      const value = pixels[pixel * channels + channel]!;
      // The middle of what becomes one colour; white and black stay.
      colour = colour * 256 + Math.round((value >> (8 - bits)) * (255 / (2 ** bits - 1)));
    }
    return colour;
  };
  for (let bits = 8; bits > 0; bits--) {
    const numbers = new Map<number, number>();
    const rows = Buffer.alloc((width + 1) * height);
    for (let pixel = 0; pixel < width * height && numbers.size <= 256; pixel++) {
      const colour = colourAt(pixel, bits);
      const number = numbers.get(colour) ?? numbers.size;
      numbers.set(colour, number);
      rows[Math.floor(pixel / width) * (width + 1) + 1 + (pixel % width)] = number;
    }
    if (numbers.size > 256) continue;
    const palette = Buffer.from([...numbers.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    header.set([8, 3], 8);
    return Buffer.concat([signature, chunk("IHDR", header), chunk("PLTE", palette), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
  }
  throw new Error("a picture has at most eight colours of one bit a channel");
}

const signature = Buffer.from("\u0089PNG\r\n\u001a\n", "latin1");

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const made = Buffer.alloc(body.length + 8);
  made.writeUInt32BE(data.length, 0);
  body.copy(made, 4);
  made.writeUInt32BE(crc32(body), body.length + 4);
  return made;
}

function decode(png: Buffer): { width: number; height: number; channels: number; pixels: Uint8Array } {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const channels = { 2: 3, 6: 4 }[png[25]!];
  if (!png.subarray(0, 8).equals(signature) || png[24] !== 8 || channels === undefined || png[28] !== 0) throw new Error("not a PNG of 8 bits a channel without interlacing");
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const data = inflateSync(Buffer.concat(parts));
  const length = width * channels;
  const pixels = new Uint8Array(length * height);
  for (let row = 0; row < height; row++) {
    const filter = data[row * (length + 1)]!;
    for (let index = 0; index < length; index++) {
      const at = row * length + index;
      const left = index < channels ? 0 : pixels[at - channels]!;
      const up = row === 0 ? 0 : pixels[at - length]!;
      const corner = index < channels || row === 0 ? 0 : pixels[at - length - channels]!;
      // The five filters of the PNG specification, section 9.2.
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
      pixels[at] = data[row * (length + 1) + 1 + index]! + guess;
    }
  }
  return { width, height, channels, pixels };
}

function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
}
