import docs from '../../locales/zh-CN/docs.json' with { type: 'json' };
import embed from '../../locales/zh-CN/embed.json' with { type: 'json' };
import file from '../../locales/zh-CN/file.json' with { type: 'json' };
import help from '../../locales/zh-CN/help.json' with { type: 'json' };
import policy from '../../locales/zh-CN/policy.json' with { type: 'json' };
import regions from '../../locales/zh-CN/regions.json' with { type: 'json' };
import repair from '../../locales/zh-CN/repair.json' with { type: 'json' };
import report from '../../locales/zh-CN/report.json' with { type: 'json' };
import samples from '../../locales/zh-CN/samples.json' with { type: 'json' };
import share from '../../locales/zh-CN/share.json' with { type: 'json' };
import table from '../../locales/zh-CN/table.json' with { type: 'json' };
import ui from '../../locales/zh-CN/ui.json' with { type: 'json' };
import whatif from '../../locales/zh-CN/whatif.json' with { type: 'json' };

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
