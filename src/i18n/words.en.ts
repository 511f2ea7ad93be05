import docs from '../../locales/en/docs.json' with { type: 'json' };
import embed from '../../locales/en/embed.json' with { type: 'json' };
import file from '../../locales/en/file.json' with { type: 'json' };
import help from '../../locales/en/help.json' with { type: 'json' };
import policy from '../../locales/en/policy.json' with { type: 'json' };
import regions from '../../locales/en/regions.json' with { type: 'json' };
import repair from '../../locales/en/repair.json' with { type: 'json' };
import report from '../../locales/en/report.json' with { type: 'json' };
import samples from '../../locales/en/samples.json' with { type: 'json' };
import share from '../../locales/en/share.json' with { type: 'json' };
import table from '../../locales/en/table.json' with { type: 'json' };
import ui from '../../locales/en/ui.json' with { type: 'json' };
import whatif from '../../locales/en/whatif.json' with { type: 'json' };

export default {
  docs,
  embed,
  file,
  help,
  policy,
  regions,
  repair,
  report,
  samples,
  share,
  table,
  ui,
  whatif,
};
