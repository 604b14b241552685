export * from './consumerTypes';
export * from './doctorTypes';
export * from './inventoryTypes';
export * from './migrationTypes';
export * from './tagTypes';
export * from './types';
