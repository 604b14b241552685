export { commandNotes } from './commandNotes';
export * from './shellQuote';
export { verifyCommands } from './verifyCommands';
export type { Command, VerifyCommandsInput } from './VerifyCommandsInput';
