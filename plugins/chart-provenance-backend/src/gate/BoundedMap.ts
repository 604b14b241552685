/** Remembers so many values; the one asked for longest ago goes first. */
export class BoundedMap<T> {
  readonly #values = new Map<string, T>();

  constructor(private readonly max: number) {}

  get(key: string): T | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) {
      this.#values.delete(key);
      this.#values.set(key, value);
    }
    return value;
  }

  set(key: string, value: T): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.max) {
      this.#values.delete(this.#values.keys().next().value!);
    }
  }
}
