export * from './UnclaimedPart';
