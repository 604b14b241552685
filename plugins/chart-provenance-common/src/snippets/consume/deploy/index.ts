export * from './helmfile';
export * from './terraform';
