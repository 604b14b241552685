export * from './shellQuote';
export * from './verifyCommands';
