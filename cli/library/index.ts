// The entry `scrim` of the package: what a configuration and a flow module need.
export type { CheckConfig, PageConfig, PageSettings } from '../../core/check/checkConfig.ts';
export { defineConfig } from '../../core/check/defineConfig.ts';
export type { PageReport } from '../../core/report/pageReport.ts';
export { defineFlow } from '../flows/defineFlow.ts';
export type { Flow, FlowGiven, FlowScrim } from '../flows/flow.ts';
