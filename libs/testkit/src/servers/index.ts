export { aPortToKeep } from './port.ts'
export * from './redis.ts'
export { ThrowawayServer } from './throwaway.ts'
