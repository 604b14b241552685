/** Plays steps one after the other and counts; a step that fails ends nothing but itself. */
export class Steps {
  private readonly say: (line: string) => void;
  private passed = 0;
  private failed = 0;

  constructor(say: (line: string) => void) {
    this.say = say;
  }

  /** @returns what the step gives; nothing when it failed. */
  async step<Result>(
    title: string,
    play: () => Promise<Result>,
  ): Promise<Result | undefined> {
    const began = Date.now();
    try {
      const result = await play();
      this.passed += 1;
      this.say(`✔ ${title} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
      return result;
    } catch (error) {
      this.failed += 1;
      const words = error instanceof Error ? error.message : String(error);
      this.say(`✖ ${title}\n    ${words.trim().split('\n').join('\n    ')}`);
      return undefined;
    }
  }

  /** Nothing that ran is no success either. */
  get succeeded(): boolean {
    return this.failed === 0 && this.passed > 0;
  }

  summary(): string {
    return `${this.passed} passed, ${this.failed} failed`;
  }
}
