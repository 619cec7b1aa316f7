export { aPortToKeep } from './port.ts'
export * from './postgres.ts'
export * from './redis.ts'
export { ThrowawayServer } from './throwaway.ts'
