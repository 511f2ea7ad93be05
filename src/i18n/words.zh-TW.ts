import docs from '../../locales/zh-TW/docs.json' with { type: 'json' };
import embed from '../../locales/zh-TW/embed.json' with { type: 'json' };
import file from '../../locales/zh-TW/file.json' with { type: 'json' };
import help from '../../locales/zh-TW/help.json' with { type: 'json' };
import policy from '../../locales/zh-TW/policy.json' with { type: 'json' };
import regions from '../../locales/zh-TW/regions.json' with { type: 'json' };
import repair from '../../locales/zh-TW/repair.json' with { type: 'json' };
import report from '../../locales/zh-TW/report.json' with { type: 'json' };
import samples from '../../locales/zh-TW/samples.json' with { type: 'json' };
import share from '../../locales/zh-TW/share.json' with { type: 'json' };
import table from '../../locales/zh-TW/table.json' with { type: 'json' };
import ui from '../../locales/zh-TW/ui.json' with { type: 'json' };
import whatif from '../../locales/zh-TW/whatif.json' with { type: 'json' };

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
