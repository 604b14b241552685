export * from './canonicalJson';
export * from './chooseEnvironment';
export * from './decideGate';
export * from './enforcementAt';
export * from './gateReasons';
export * from './offlineTypes';
export * from './policyHashOf';
export * from './types';
