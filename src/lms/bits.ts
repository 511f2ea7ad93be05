/** Numbers of few bits, one after the other, written in the 64 letters that stand in any text. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const LETTER_BITS = 6;

export class BitWriter {
  readonly #bits: number[] = [];

  /** @param width bits; the highest is written first */
  number(value: number, width: number): void {
    for (let bit = width - 1; bit >= 0; bit--) this.#bits.push(Math.floor(value / 2 ** bit) % 2);
  }

  flag(value: boolean): boolean {
    this.#bits.push(value ? 1 : 0);
    return value;
  }

  /** Any whole number from 0, in groups of `width` bits, each with a bit that says whether one follows. */
  count(value: number, width: number): void {
    let rest = value;
    do {
      this.number(rest % 2 ** width, width);
      rest = Math.floor(rest / 2 ** width);
    } while (this.flag(rest > 0));
  }

  /** ASCII in 7 bits a letter, all else in UTF-8. */
  text(value: string): void {
    const bytes = new TextEncoder().encode(value);
    const isPlain = this.flag(bytes.every((byte) => byte < 128));
    this.count(bytes.length, 4);
    for (const byte of bytes) this.number(byte, isPlain ? 7 : 8);
  }

  letters(): string {
    let text = '';
    for (let i = 0; i < this.#bits.length; i += LETTER_BITS) {
      let letter = 0;
      for (let j = i; j < i + LETTER_BITS; j++) letter = letter * 2 + (this.#bits[j] ?? 0);
      text += LETTERS[letter];
    }
    return text;
  }
}

/** Reads what a writer wrote. Behind the end, or at what can't be, it throws a `RangeError`. */
export class BitReader {
  readonly #letters: string;
  #at = 0;

  constructor(letters: string) {
    this.#letters = letters;
  }

  number(width: number): number {
    let value = 0;
    for (let i = 0; i < width; i++) value = value * 2 + this.#bit();
    return value;
  }

  flag(): boolean {
    return this.#bit() === 1;
  }

  count(width: number, most = 2 ** 31): number {
    let value = 0;
    let scale = 1;
    do {
      value += this.number(width) * scale;
      scale *= 2 ** width;
      if (value > most) throw new RangeError('too large');
    } while (this.flag());
    return value;
  }

  text(): string {
    const isPlain = this.flag();
    const length = this.count(4, 20_000);
    const bytes = new Uint8Array(length);
    for (let i = 0; i < length; i++) bytes[i] = this.number(isPlain ? 7 : 8);
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  }

  /** Only what fills the last letter is left. */
  isAtEnd(): boolean {
    return this.#letters.length * LETTER_BITS - this.#at < LETTER_BITS;
  }

  #bit(): number {
    const letter = LETTERS.indexOf(this.#letters[Math.floor(this.#at / LETTER_BITS)] ?? ' ');
    if (letter < 0) throw new RangeError('no such letter');
    const bit = (letter >> (LETTER_BITS - 1 - (this.#at % LETTER_BITS))) & 1;
    this.#at++;
    return bit;
  }
}

/** Bits that tell so many things apart. */
export function widthOf(things: number): number {
  return Math.ceil(Math.log2(Math.max(1, things)));
}
