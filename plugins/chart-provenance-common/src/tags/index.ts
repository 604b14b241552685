export * from './classifyTagChange';
export * from './tagNames';
export * from './versions';
