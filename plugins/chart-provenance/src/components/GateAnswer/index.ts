export * from './DecisionMark';
export * from './DecisionReasons';
export * from './TryGate';
