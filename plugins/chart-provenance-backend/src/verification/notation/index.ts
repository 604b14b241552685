export { verifyNotation } from './verifyNotation';
