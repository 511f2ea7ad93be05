import file from '../../locales/zh-TW/file.json' with { type: 'json' };
import help from '../../locales/zh-TW/help.json' with { type: 'json' };
import policy from '../../locales/zh-TW/policy.json' with { type: 'json' };
import regions from '../../locales/zh-TW/regions.json' with { type: 'json' };
import samples from '../../locales/zh-TW/samples.json' with { type: 'json' };
import table from '../../locales/zh-TW/table.json' with { type: 'json' };
import ui from '../../locales/zh-TW/ui.json' with { type: 'json' };

export default { file, help, policy, regions, samples, table, ui };
