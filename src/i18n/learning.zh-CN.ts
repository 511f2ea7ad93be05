import authoring from '../../locales/zh-CN/authoring.json' with { type: 'json' };
import classroom from '../../locales/zh-CN/classroom.json' with { type: 'json' };
import lms from '../../locales/zh-CN/lms.json' with { type: 'json' };
import play from '../../locales/zh-CN/play.json' with { type: 'json' };
import practice from '../../locales/zh-CN/practice.json' with { type: 'json' };
import surface from '../../locales/zh-CN/surface.json' with { type: 'json' };
import training from '../../locales/zh-CN/training.json' with { type: 'json' };

/** The words of training, which most readers never need. */
export default { authoring, classroom, lms, play, practice, surface, training };
