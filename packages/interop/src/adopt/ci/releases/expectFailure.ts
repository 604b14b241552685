import { StepFailed } from '../runner/Job.ts';

/** @throws unless exactly that step fails, with part of the tool's own words */
export async function failsAt(
  step: string,
  words: RegExp,
  play: () => Promise<unknown>,
): Promise<void> {
  try {
    await play();
  } catch (error) {
    if (!(error instanceof StepFailed) || error.step !== step) {
      throw new Error(
        `it must fail at “${step}”, and failed so:\n${String(error)}`,
      );
    }
    if (!words.test(error.message)) {
      throw new Error(`other words were expected than:\n${error.message}`);
    }
    return;
  }
  throw new Error(`it must fail at “${step}”, and did not`);
}
