export * from './issuerFailure';
export * from './loggingCauses';
export * from './pullGrantOf';
