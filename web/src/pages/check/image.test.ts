// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import test from "node:test";
import { cutOrientation } from "./image";

const join = (parts: BlobPart[]) => Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array)));
const cut = (kind: string, bytes: Buffer) => join(cutOrientation(kind, new Uint8Array(bytes).buffer));
const segment = (type: number, body: string) => Buffer.concat([Buffer.from([0xff, type, 0, body.length + 2]), Buffer.from(body)]);
const chunk = (type: string, body: string) => Buffer.concat([Buffer.from([0, 0, 0, body.length]), Buffer.from(type + body + "crc!")]);

test("what says that a JPEG is to be shown turned is left out, and nothing else", () => {
	const [begin, size, picture] = [Buffer.from([0xff, 0xd8]), segment(0xe0, "JFIF"), Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xe1, 0, 9, 0xff, 0xd9])];
	assert.deepEqual(cut("JPEG", Buffer.concat([begin, size, segment(0xe1, "Exif\0\0II"), picture])), Buffer.concat([begin, size, picture]));
	assert.deepEqual(cut("JPEG", Buffer.concat([begin, size, picture])), Buffer.concat([begin, size, picture]));
});

test("likewise of a PNG", () => {
	const begin = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
	assert.deepEqual(cut("PNG", Buffer.concat([begin, chunk("IHDR", "size"), chunk("eXIf", "turned"), chunk("IDAT", "dots")])), Buffer.concat([begin, chunk("IHDR", "size"), chunk("IDAT", "dots")]));
});

test("broken images are shown as they are, or not at all; reading them ends", () => {
	for (const [kind, bytes] of [["JPEG", [0xff, 0xd8, 0xff, 0xe1, 0, 0, 1, 2]], ["JPEG", [0xff]], ["PNG", [0x89, 0x50]]] as const) assert.deepEqual(cut(kind, Buffer.from(bytes)), Buffer.from(bytes));
	const long = Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.from([0xff, 0xff, 0xff, 0xff]), Buffer.from("IDATmore")]);
	assert.deepEqual(cut("PNG", long), long);
});
