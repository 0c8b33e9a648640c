import type { CheckConfig } from './checkConfig.ts';

/** For `scrim.config.ts`: gives back what it is given, so that an editor knows the entries and their types. */
export function defineConfig(config: CheckConfig): CheckConfig {
  return config;
}
