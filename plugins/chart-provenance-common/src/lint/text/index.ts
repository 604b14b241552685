export * from './HOLE';
export * from './holes';
export * from './Piece';
export * from './positions';
export * from './Span';
