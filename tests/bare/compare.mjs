// Compares the answers of a WebAssembly module with the host's: `node compare.mjs MODULE ANSWERS`.

import { readFileSync } from "node:fs";

// Sums in another order.
const TOLERANCE = 1e-5;

const [, , file, answers] = process.argv;
const host = readFileSync(answers, "utf8").trim().split("\n").map(Number);
const { instance } = await WebAssembly.instantiate(readFileSync(file));
const { ROOM, memory, write_answers: write } = instance.exports;
const count = write(ROOM.value);
const here = new Float32Array(memory.buffer, ROOM.value, count);
if (count !== host.length) throw new Error(`${count} answers, and the host has ${host.length}`);
host.forEach((value, i) => {
  if (!(Math.abs(value - here[i]) <= TOLERANCE * Math.max(1, Math.abs(value)))) {
    throw new Error(`answer ${i} is ${here[i]}, and the host's is ${value}`);
  }
});
console.log(`${count} answers are the host's`);
