import type { Catalog } from '../../../core/messages/translate.ts';
import budgets from './budgets.json' with { type: 'json' };
import calibrate from './calibrate.json' with { type: 'json' };
import cli from './cli.json' with { type: 'json' };
import compare from './compare.json' with { type: 'json' };
import documented from './documented.json' with { type: 'json' };
import drafts from './drafts.json' with { type: 'json' };
import engine from './engine.json' with { type: 'json' };
import evidence from './evidence.json' with { type: 'json' };
import fields from './fields.json' with { type: 'json' };
import fill from './fill.json' with { type: 'json' };
import findings from './findings.json' with { type: 'json' };
import forks from './forks.json' with { type: 'json' };
import hazards from './hazards.json' with { type: 'json' };
import history from './history.json' with { type: 'json' };
import leakSettings from './leakSettings.json' with { type: 'json' };
import limits from './limits.json' with { type: 'json' };
import lint from './lint.json' with { type: 'json' };
import operate from './operate.json' with { type: 'json' };
import options from './options.json' with { type: 'json' };
import panel from './panel.json' with { type: 'json' };
import picker from './picker.json' with { type: 'json' };
import profiles from './profiles.json' with { type: 'json' };
import proposals from './proposals.json' with { type: 'json' };
import push from './push.json' with { type: 'json' };
import qa from './qa.json' with { type: 'json' };
import recorders from './recorders.json' with { type: 'json' };
import reports from './reports.json' with { type: 'json' };
import rot from './rot.json' with { type: 'json' };
import run from './run.json' with { type: 'json' };
import savedPages from './savedPages.json' with { type: 'json' };
import selectors from './selectors.json' with { type: 'json' };
import settings from './settings.json' with { type: 'json' };
import translate from './translate.json' with { type: 'json' };
import visitor from './visitor.json' with { type: 'json' };
import wire from './wire.json' with { type: 'json' };
import wireWatch from './wireWatch.json' with { type: 'json' };

/** Every word that Scrim shows, in English. One file per area; a key belongs to one file only. */
export const en: Catalog = {
  ...budgets,
  ...calibrate,
  ...cli,
  ...compare,
  ...documented,
  ...drafts,
  ...engine,
  ...evidence,
  ...fields,
  ...fill,
  ...findings,
  ...forks,
  ...hazards,
  ...history,
  ...leakSettings,
  ...limits,
  ...picker,
  ...lint,
  ...operate,
  ...options,
  ...profiles,
  ...proposals,
  ...push,
  ...qa,
  ...recorders,
  ...run,
  ...savedPages,
  ...reports,
  ...rot,
  ...selectors,
  ...settings,
  ...translate,
  ...wire,
  ...wireWatch,
  ...visitor,
  ...panel,
};
