export * from './legacyPlace';
export * from './placeExpressions';
export * from './secretNames';
export * from './verifyExpression';
