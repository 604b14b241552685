/** JSON for people and programs, without what the runner of a job would take for a command when it is printed there. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/##(?=\[|vso\[)/gi, '#\\u0023');
}
