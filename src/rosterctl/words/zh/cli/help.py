"""The help of commands and options, by the English text as it stands at the command."""

from __future__ import annotations

from collections.abc import Mapping

HELP: Mapping[str, str] = {
    """Duty rosters for traffic-patrol police: made, audited, explained.

BUREAU is a folder with a bureau.yaml in it, ROSTER a folder that `rosterctl solve --out` wrote. Where
rosters are read, ROSTER may be a BUREAU too, or its state: its current version is meant then.
Data goes to stdout, talk to stderr. Exit codes: 0 fine, 1 a bug, 2 wrong usage, 3 bad input, 4 rules that
contradict each other, 5 out of time, 6 made but short of people, 7 another run is at work, 8 cannot read
or write (of `doctor`: something is wrong), 9 rejected by the audit, 130 interrupted, 143 terminated.""": (
        """交巡警勤务排班：排班、审核、说明原因。

BUREAU（本局文件夹）是有 bureau.yaml 的文件夹，ROSTER 是 `rosterctl solve --out` 写出的排班文件夹。凡是读排班的命令，ROSTER 也可以写 BUREAU 或它的状态文件夹，那时指当前版本。
数据写到标准输出，说明写到标准错误。退出码：0 正常，1 程序缺陷，2 用法不对，3 输入有误，4 规则互相矛盾，5 时间用完，6 排成了但缺人，7 另一次运行正在进行，8 读写失败（`doctor`：有问题），9 审核不通过，130 被中断，143 被终止。"""
    ),
    "Show where in the program a bug struck.": "程序出缺陷时显示出错位置。",
    "The language; without it that of the bureau, then that of the locale.": (
        "使用的语言；不写时用 bureau.yaml 的 language，再用系统语言。"
    ),
    "Show the version and exit.": "显示版本后退出。",
    "Print JSON for programs.": "输出供程序读取的 JSON。",
    "First date; the next 1st if left out.": "第一天；不写为下一个1日。",
    "How many dates.": "多少天。",
    """Judge a roster again from its files: every rule, every cost.

ROSTER is a roster folder, or a bureau's folder or its state: the current version is meant then. Or it is a
roster.csv that was edited by hand: then name --of or --bureau too.
Exit 0 when the roster is clean, 9 when anything was found.""": (
        """从文件重新审核排班：逐条规则，逐项代价。

ROSTER 是排班文件夹，也可以是本局文件夹或状态文件夹，那时指当前版本；还可以是手工改过的 roster.csv，那时要写 --of 或 --bureau。
没有问题退出码为0，发现问题为9。"""
    ),
    "The bureau's folder, if not the copy in the roster folder.": "本局文件夹；不写用排班文件夹里的副本。",
    "The ROSTER from which an edited roster.csv was exported.": "改过的 roster.csv 是从哪个 ROSTER 导出的。",
    "Say by hours arithmetic, before any search, what the strength targets cost and which can hold.": (
        "排班之前按工时算账：警力目标要多少人时，哪些能达到。"
    ),
    """Say what is different between two rosters, per officer or per post.

BEFORE and AFTER are roster folders; a published version's folder is one too, and a bureau's folder or its
state means the current version. Compared are the dates that both cover. Reasons come from the changes.csv in
the folder of AFTER, if there is one.""": (
        """比较两份排班，按人员或按岗位列出不同。

BEFORE 和 AFTER 是排班文件夹，已发布版本的文件夹也行；写本局文件夹或状态文件夹指当前版本。只比较两份都有的日期。原因取自 AFTER 文件夹里的 changes.csv（若有）。"""
    ),
    "Only this officer.": "只看此人。",
    "Who stood at this post, and who does.": "这个岗位原来是谁，现在是谁。",
    "Only duties served in this unit, before or after.": "只看改前或改后在此单位的班次。",
    "Only this date.": "只看这一天。",
    "Look at everything an unattended night depends on, and say what to do about what is wrong.": (
        "检查夜间自动运行所依赖的一切，并说明有问题时怎么办。"
    ),
    "The state folder; BUREAU/state if not given.": "状态文件夹；不写为 BUREAU/state。",
    "Write a roster in the formats of other programs.": "把排班导出为其他程序的格式。",
    """Write roster, coverage, leaders, ledger and off_rotation as CSV; files of these names are replaced.

ROSTER is a roster folder, or a bureau's folder or its state: the current version is meant then.""": (
        """导出 CSV：排班、警力、带班领导、台账、免勤；同名文件会被替换。

ROSTER 是排班文件夹，也可以是本局文件夹或状态文件夹，那时指当前版本。"""
    ),
    "The folder for the files.": "文件写到哪个文件夹。",
    "For programs: no byte order mark, no guard against formulas.": "供程序读取：不加字节顺序标记，不防公式。",
    """Write one page for a browser: what is short tomorrow, strength, month, day sheets, people, fairness.

ROSTER is a roster folder, or a bureau's folder or its state: the current version is meant then. The page
stands alone, as a mail attachment or on a server, and asks the network for nothing. A file of this name
is replaced.""": (
        """导出一个网页文件：明天哪里缺人、警力曲线、排班矩阵、勤务安排、个人页、均衡与工时。

ROSTER 是排班文件夹，也可以是单位文件夹或状态文件夹，那时指当前版本。网页是单个文件，可作邮件附件直接打开，不访问网络。同名文件会被替换。"""
    ),
    "The file, such as 排班.html.": "文件，如 排班.html。",
    """Write duties as calendars (iCalendar) for telephones; files of these names are replaced.

ROSTER is a roster folder, or a bureau's folder or its state. Of published rosters a calendar has every
date that they speak of, also of officers who are no longer in the bureau. A duty keeps its entry from
version to version; one that is no more is cancelled. Who has no entry has no file; one that is there is
removed.

Files are private. To hand them out, export with --each --shared into a folder of the web server, by
HTTPS, and give everybody the address of their own file: whoever knows an address reads that calendar.
The names stay the same; remove calendar-secret from the state folder to make all of them new.""": (
        """导出手机日历（iCalendar）；同名文件会被替换。

ROSTER 是排班文件夹，也可以是本局文件夹或状态文件夹。已发布的排班，凡是排过的日期日历里都有，已不在本局的人也在内。同一班次在各版本间保持同一条目；不再有的标为取消。没有条目的人没有文件，已有的会删掉。

文件只有本人可读。要下发时，用 --each --shared 导出到网站服务器的文件夹，经 HTTPS 提供，把各人自己的地址给本人：知道地址的人就能看到那份日历。文件名保持不变；从状态文件夹删掉 calendar-secret，全部地址换新。"""
    ),
    "The file, or with --each the folder.": "文件；写了 --each 则为文件夹。",
    "The calendar of this officer.": "此人的日历。",
    "One calendar of all who are in this unit; without either, of the whole bureau.": (
        "此单位全体一份日历；两项都不写为全局一份。"
    ),
    "A file an officer, called by the id; nobody else may read them.": "每人一个文件，以编号命名，别人读不到。",
    "With --each: a web server may read the files, and their names cannot be guessed.": (
        "与 --each 同用：网站服务器可读，文件名猜不到。"
    ),
    """Write a workbook for Excel: overview, month table for the wall, duties, posts, strength, statistics.

ROSTER is a roster folder, or a bureau's folder or its state: the current version is meant then. A file of
this name is replaced. The roster is audited first. If anything is found that it does not tell of itself,
the overview, the foot of every page and a warning say so.""": (
        """导出 Excel 工作簿：总览、上墙的排班表、值班表、岗位、警力、月统计。

ROSTER 是排班文件夹，也可以是本局文件夹或状态文件夹，那时指当前版本。同名文件会被替换。导出前先审核；发现排班自己没有说明的问题时，总览、每页页脚和提醒都会注明。"""
    ),
    "The file, such as 排班.xlsx.": "文件，例如 排班.xlsx。",
    "Make a new bureau's folder from a commented, working template.": "用带注释、可直接运行的模板建立本局文件夹。",
    "station: 24 officers; brigade: 266 officers with two stations.": "station：24人；brigade：266人，含两个站。",
    """Take a list from Excel into the bureau's files: officers, absences, requests, or last month's duties.

FILE is a workbook (.xlsx, .xls, .ods) or a CSV file in UTF-8 or GBK. The row of headings is found by itself,
below any titles; the usual headings are known, in Chinese and English. On a terminal you are asked for those
that are not; elsewhere they are named and left out. Duties may be a list or a month table of people by dates.

The list becomes the file that bureau.yaml names. One that is there is replaced with --replace only, and kept
in BUREAU/replaced. What is not understood stands there as it was written: `rosterctl validate` finds it.""": (
        """把 Excel 名单导入单位的文件：人员、请假、意愿或上月班次。

FILE 是工作簿（.xlsx、.xls、.ods）或 UTF-8、GBK 编码的 CSV。自动找到表头所在行（上面可以有标题），认识常用的中英文表头。不认识的列，在终端上会问；否则列出来并略过。班次可以是逐条清单，也可以是人员×日期的排班表。

写到 bureau.yaml 指定的文件。已有的文件只有写了 --replace 才替换，原文件留在 BUREAU/replaced。看不懂的内容按原文写入，用 `rosterctl validate` 检查。"""
    ),
    "What the list is of.": "名单内容：officers 人员，absences 请假，requests 意愿，history 上月班次。",
    "The sheets to read, if not the first.": "读哪些工作表；不写为第一张有表头的。",
    "What the heading of a column means, such as 岗组=team.": "某列表头的含义，例如 岗组=team。",
    "Of a month table whose headings are only days.": "排班表的表头只有日时，写明年月。",
    "The file in BUREAU, if bureau.yaml names several.": "写到 BUREAU 里的哪个文件（bureau.yaml 列出多个时）。",
    "Replace the file if there is one; the old one is kept.": "已有文件则替换；原文件保留。",
    "Read and tell only; write nothing.": "只读入并说明，不写文件。",
    """What every officer has borne, beside the fair share, and the time off in lieu.

Counts the dates that are past in the published rosters: a date's duties are those of the latest roster that
has the date. The fair share is that of each date among those of one team and role who were there on it. Time
off in lieu (调休) is earned by recalls outside statutory holidays and spent by absences of the kind `lieu`;
opening balances and corrections stand in the bureau's lieu.csv. With --officer every entry.
Where the rulebook has a threshold for pay, the hours of its current period and the one before come below.""": (
        """每人已承担多少，应摊多少，以及调休余额。

只算已发布排班里已过去的日期；某日以含该日的最新排班为准。应摊份额按当日在岗的同班组、同身份人员计算。调休由法定节假日以外的召回产生，由 `lieu` 类请假使用；期初余额和更正写在 lieu.csv。写 --officer 列出逐笔。
规则中有加班费门槛时，下面列出本期和上期的计薪工时。"""
    ),
    "Every entry of this officer.": "此人的逐笔记录。",
    "Only this unit's officers.": "只看此单位的人员。",
    "The last date that counts; yesterday if left out.": "算到哪一天；不写为昨天。",
    """The night run for cron: move the published roster on to today, repair it, publish it if it is clean.

Whatever is not over yet, such as the night that runs, stays in it; --days counts from today on.
The roster keeps every published duty that can stay, and grows by a week whenever less than --days are left.
A duty within the frozen window is changed too where it cannot stay; each change is kept with its reason.
When anything goes wrong the last good roster stays current. A second run of the same night has nothing to do.
Silent when nothing has become worse than what was published, but for a warning once a week from 60 days
before the calendar ends. A gap is told once and not every night; --verbose and --json tell all. Whom to
tell stands in the bureau's notify.yaml. The current roster's tables are in tables/ of the state folder.
What cannot be made lawful is kept as it was published and told. Where time runs out for the dates to be
added, what was repaired is published without them, and the next night tries again. Exit 6 when the roster
was published but leaves posts short, keeps such a duty or lacks such dates, told before or not, 9 when the
audit rejected it, 7 when another run is at work, 2 when today cannot be right. Mistakes in the files (3)
are told by their places alone, because this may end in a log; `rosterctl validate` shows the lines.""": (
        """夜间定时运行：把已发布的排班推到今天，修补后审核通过即发布。

尚未结束的（例如正在上的夜班）仍留在排班里；--days 从今天算起。
能保留的已发布班次都保留；剩余不足 --days 天时续排一周。
冻结期内的班次只有无法保留时才改；每处改动都记下原因。
出任何差错，最近一份好的排班仍然有效。同一夜第二次运行无事可做。
没有变差就不出声；日历到期前60天起每周提醒一次。缺口只报一次，不每夜重复；--verbose 和 --json 全部列出。通知谁写在 notify.yaml。当前排班的表格在状态文件夹的 tables/。
无法合规的按已发布的保留并说明。续排的日期时间不够时，先发布修补好的，下一夜再试。已发布但岗位缺人、保留了此类班次或缺这些日期，退出码为6；审核不通过为9；另一次运行正在进行为7；今天的日期不可能为2。文件有误（3）只报位置，因为可能写进日志；`rosterctl validate` 显示具体行。"""
    ),
    "The first date; the clock's if left out.": "今天的日期；不写以时钟为准。",
    "How many dates from today on are published at least.": "从今天起至少发布多少天。",
    "Seconds for all that has to be searched.": "全部计算可用的秒数。",
    "How many versions are kept, the newest; 0 for all.": "保留最新的多少个版本；0为全部。",
    "Do everything but publish and notify.": "只差发布和通知，其余照做。",
    "Say all that has changed or is short, new or not.": "列出全部改动和缺口，不论新旧。",
    "Write to FILE how far the run is, a line of JSON a step.": "把进度写到 FILE，每步一行 JSON。",
    "Write how the run ended to FILE, for Prometheus.": "把运行结果写到 FILE，供 Prometheus 读取。",
    """Count everybody's hours in a month: duties, nights, hours, overtime, time off in lieu.

Counts the dates of --month that are past, by the published rosters: a date's duties are those of the latest
roster that has the date. Overtime is what goes beyond the rotation, told apart as it is paid: longer shifts
on duty days, recalls on rest days, statutory holidays (from midnight to midnight). Hours are paid hours. Who
is counted belongs to the unit and team of the last of these dates.""": (
        """统计每人一个月的工时：班数、夜班、工时、加班、调休。

按已发布的排班统计 --month 中已过去的日期；某日的班次以含该日的最近一份排班为准。加班指轮班以外的部分，按计酬分三类：上班日延长、休息日召回、法定节假日（零点到零点）。工时为计薪小时。人员按最后一天所在的单位和班组列出。"""
    ),
    "The month; that of yesterday if left out.": "月份；不写为昨天所在的月份。",
    "The last date that counts; yesterday or the last of the month if left out.": (
        "统计到哪天为止；不写为昨天，或当月最后一天。"
    ),
    "Write them to this file too.": "同时写到此文件。",
    """List the rotations, shifts, rulebooks and calendars that a bureau may name.

KIND is rotations, shifts, rulebooks or calendars; without it all are listed. With --bureau the bureau's own
ones too: those in its presets/ folder and in its bureau.yaml.""": (
        """列出可选用的轮班、班次、规则集和日历。

KIND 写 rotations（轮班）、shifts（班次）、rulebooks（规则集）或 calendars（日历）；不写则全部列出。写 --bureau 还列出本单位自定的：presets/ 文件夹里的和 bureau.yaml 里的。"""
    ),
    "List those of this bureau too.": "此单位自定的也列出。",
    """Publish a roster: audited again, kept as a version for ever, and current from now on.

ROSTER is a folder that `solve --out` wrote. It may have other dates than the current roster, next month's for
example: on dates that both have it counts, on all others that are not over the current one stands, and all is
one version in the bureau as it is now. What does not fit where they meet is taken off and told. A date of
which a duty has begun stays as it is published; `replan` repairs it. Duties that begin within the next 72
hours change only for a reason: name it with --because. Exit 9 when the audit finds anything, 7 when another
run is at work, 6 when the roster was published but leaves posts short.

ROSTER may also be a roster.csv that `export csv` wrote and somebody edited: --of says which roster it was.
A name typed over another gives the duty to that officer; what contradicts itself is a mistake with its row.""": (
        """发布排班：重新审核，作为版本永久保存，从此生效。

ROSTER 是 `solve --out` 写出的文件夹。日期可以与当前排班不同，例如下个月的：两份都有的日期以新的为准，其余未过的日期仍按当前排班，合为一个版本。衔接处不相容的取下并说明。已有班次开始的日期按已发布的保留，用 `replan` 修补。72小时内开始的班次无理由不改：用 --because 写明理由。审核发现问题退出码为9，另一次运行正在进行为7，已发布但岗位缺人为6。

ROSTER 也可以是 `export csv` 导出后改过的 roster.csv，这时用 --of 写明原排班。姓名被改成别人，班次就归那个人；前后矛盾的行按错误列出。"""
    ),
    "Why duties that begin soon are changed.": "为什么改即将开始的班次。",
    "How soon is soon.": "多少小时内算即将开始。",
    "Do everything but publish.": "只差发布，其余照做。",
    """Repair the published roster after something has happened, with as few changes as it takes.

Say what happened: `--sick P003` (today, or `--from` and `--until`), `--back`, `--leave`, `--training`,
`--court`, `--left`, `--vehicle-down`, `--vehicle-back`; it is entered in the bureau's incidents.csv. Changes
in the bureau's other files count too: posts, events, absences, swaps. Every published duty that can stay
stays. People are called in, lent or moved to another shift only for legal minima (with --plan for the plan
too), and those changes are the fewest possible, counted more the sooner they are and twice on a day off; of
equally few those that ask whoever has borne least. What happened is reason enough to change a duty within the
frozen window; nobody is called in for one that has begun. Whoever is sick on duty has worked until now, or
until --at, and a vehicle was driven until then; others man what is left of that duty. What cannot be made
lawful is kept as it was published and told. An officer may be named by id, badge or name, a vehicle by id or
callsign. Exit 6 when posts are short or such a duty is kept, 9 when the result is not lawful, 7 when another
run is at work.""": (
        """出了情况后修补已发布的排班，改动越少越好。

说明出了什么情况：`--sick P003`（今天，或写 `--from` 和 `--until`）、`--back`、`--leave`、`--training`、`--court`、`--left`、`--vehicle-down`、`--vehicle-back`；会登记到 incidents.csv。其他文件的改动（岗位、勤务活动、请假、换班）也算在内。能保留的已发布班次都保留。只为法定最低警力（写 --plan 也为岗位计划）才召回、支援或换班次，而且改动最少：越近的算得越重，占休息日的加倍；同样少时先找承担最少的人。出了情况就有理由改冻结期内的班次；已经开始的班次不再召人。值班中生病的，算上到现在或 --at 为止，车辆也开到那时为止；剩下的由别人顶上。无法合规的按已发布的保留并说明。人员可写编号、警号或姓名，车辆可写编号或呼号。岗位缺人或保留了此类班次退出码为6，结果不合规为9，另一次运行正在进行为7。"""
    ),
    "An officer is sick. May be given several times.": "有人生病。可写多次。",
    "An officer is granted leave. May be given several times.": "有人休假。可写多次。",
    "An officer is in training. May be given several times.": "有人培训。可写多次。",
    "An officer is at court. May be given several times.": "有人出庭。可写多次。",
    "An officer is away for another reason. May be given several times.": "有人因其他原因不在。可写多次。",
    "An officer is there again. May be given several times.": "有人已返岗。可写多次。",
    "An officer is no longer on the roll. May be given several times.": "有人已离队。可写多次。",
    "A vehicle is in the workshop. May be given several times.": "有车送修。可写多次。",
    "A vehicle runs again. May be given several times.": "有车修好。可写多次。",
    "Since when; today if left out.": "从哪天起；不写为今天。",
    "Until when; that one date if left out.": "到哪天止；不写就是那一天。",
    "At which time of that date; a duty that runs ends then. Of people on duty and of vehicles: now.": (
        "当日几点；正在上的班到那时为止。在岗人员和车辆不写为现在。"
    ),
    "Why; kept in the file and with the version.": "原因；记在文件和版本里。",
    "Call people in for the posts' plan too.": "也为岗位计划召人。",
    "Show what would change; enter and publish nothing.": "只显示会改什么，不登记也不发布。",
    """Go back to an old version: its duties count again from now on, in a new version.

VERSION is a number that `rosterctl runs` lists. It is audited first: exit 9 when anything is found. A date
of which a duty has begun stays as it is published; from the next one on the duties of VERSION count. They
are carried on in the bureau as it is now: who is sick or has left by now stays away. Dates after the last
one of VERSION stay as they are published; --drop-later takes them away. Duties that begin within the next
72 hours change only for a reason: name it with --because. Every published duty that changes is told, and
stands in the changes.csv of the new version. Exit 6 when posts are short.""": (
        """退回旧版本：从现在起旧版本的班次重新生效，另成一个新版本。

VERSION 是 `rosterctl runs` 列出的号码。先审核，发现问题退出码为9。已有班次开始的日期按已发布的保留，从下一天起按 VERSION 的班次。以本局现在的情况为准：现在生病或已离队的人仍不在。VERSION 最后一天之后的日期按已发布的保留；--drop-later 则去掉。72小时内开始的班次无理由不改：用 --because 写明理由。每个改动的班次都会列出，并记在新版本的 changes.csv。岗位缺人退出码为6。"""
    ),
    "Why; it is kept with the version.": "原因；记在版本里。",
    "Take published dates away that are after VERSION's last.": "去掉 VERSION 最后一天之后已发布的日期。",
    """List the rules, or print the manual and the options of one.

With --bureau: what the bureau's rulebook makes of them. A breach of each is forbidden or costs, by law, by
assumption or by the bureau's own word; with the options in force and the article of the law.""": (
        """列出规则，或打印某条规则的说明和选项。

写 --bureau：本局的规则怎样规定。违反每条规则是禁止还是计代价，依据是法律、假定还是本局自定；并列出生效的选项和法条。"""
    ),
    "What the rulebook of this bureau makes of them.": "本局的规则怎样规定。",
    """List what was published and what ran, newest first; --verify checks that nothing was changed since.

--verify follows the journal's chain of hashes and hashes every file of every version. Exit 9 when anything
is wrong; the next run that writes sets it aside and goes on with the last good version.""": (
        """列出发布过和运行过的，新的在前；--verify 检查此后有无改动。

--verify 逐条核对日志的哈希链和每个版本的每个文件。有问题退出码为9；下一次写入的运行会把它搁置，从最近的好版本继续。"""
    ),
    "Check every hash.": "核对全部哈希。",
    "Print what makes `rosterctl nightly` run every night: a crontab or systemd units.": (
        "打印让 `rosterctl nightly` 每夜运行的配置：crontab 或 systemd。"
    ),
    "Print lines for `crontab -e`, with this installation's and the bureau's paths.": (
        "打印 `crontab -e` 要的行，路径为本机安装和本局的。"
    ),
    "Who runs it, and gets cron's mail; you if left out.": "由谁运行并收 cron 的邮件；不写为你自己。",
    "When, by the system's clock; better not in an hour that a clock change skips or repeats.": (
        "几点，以系统时钟为准；避开夏令时跳过或重复的钟点。"
    ),
    "Print a service and a timer with this installation's and the bureau's paths, or write them (--out).": (
        "打印 systemd 的服务和定时器，路径为本机安装和本局的；写 --out 则写成文件。"
    ),
    "Write the files here, such as /etc/systemd/system.": "文件写到这里，例如 /etc/systemd/system。",
    "Print the JSON Schema of a file, for editors that check while you type.": (
        "打印文件的 JSON Schema，供编辑器边写边查。"
    ),
    """Look into a roster: overview, day sheet, an officer's line, hours.

ROSTER is a roster folder, or a bureau's folder or its state: the current version is meant then.

Without options: how many work which shift in every unit today, and what is short in the whole roster. With
--date alone only what is short on that date is told. What is short after midnight is told on the date on
which it happens, with the night that it belongs to.""": (
        """查看排班：总览、勤务安排、个人班次、逐时警力。

ROSTER 是排班文件夹，也可以是本局文件夹或状态文件夹，那时指当前版本。

不写选项：今天各单位每个班次多少人，整份排班缺什么。只写 --date 只列当日的缺口。午夜以后的缺口列在实际发生的日期，并注明属于哪一夜。"""
    ),
    "The day sheet of this unit.": "此单位当日的勤务安排。",
    "The day sheet of --unit by posts, with telephones.": "--unit 的勤务安排，按岗位列，附电话。",
    "The line of this officer.": "此人的班次。",
    "The date, such as 2026-12-01; today's if the roster has it, else its first.": (
        "日期，例如 2026-12-01；不写为今天，排班没有今天则为第一天。"
    ),
    "The month table of the bureau or of --unit: people by dates.": "全局或 --unit 的排班表：人员 × 日期。",
    "Strength hour by hour, of the bureau or of --unit.": "全局或 --unit 的逐时警力。",
    "Make a roster, audit it, and write it to a folder.": "排班、审核，并写到文件夹。",
    "Seconds for the whole run, audit and writing included.": "全程可用的秒数，含审核和写文件。",
    "End when plan and strength are proved to be within PERCENT of the best.": (
        "岗位计划和警力证明离最好不超过 PERCENT 时结束。"
    ),
    "End when nothing better was found for SECONDS.": "SECONDS 秒内没有更好的就结束。",
    "Same input and seed, same roster byte for byte.": "输入和种子相同，排班逐字节相同。",
    "Searches side by side; one a core if not given.": "同时计算的个数；不写为每核一个。",
    "Search on a dask cluster; `local` starts one here.": "在 dask 集群上计算；`local` 在本机起一个。",
    "Say nothing while solving.": "计算时不出声。",
    """Rank who can lawfully stand in, and say why the others cannot.

ROSTER is a roster folder, or a bureau's folder or its state: the current version is meant then.

For a post that lacks people (--post), for all that an officer was to do (--officer), or for a post that lacks
people when this officer does not come (both). First come those on duty in reserve, then those who can
be called in, then the reserves of units that lend; among them who has borne least, then who is nearest.
Where nobody fills the place alone, the best pairs are tried: a second officer may keep the first company.

A --time before the morning handover is of the next morning, or of the date itself where the post lacks nobody
on the next.""": (
        """谁可以依规顶班，按先后排列；不能的说明原因。

ROSTER 是排班文件夹，也可以是本局文件夹或状态文件夹，那时指当前版本。

可查缺人的岗位（--post）、某人的整个班次（--officer），或此人不来时的岗位（两项都写）。先列在岗机动的，再列可召回的，再列支援单位的机动；其中承担最少的在前，再看远近。一个人顶不了的，试最好的两人组合：第二个人可以陪同。

早交接班之前的 --time 指次日早晨；次日不缺人时指当日。"""
    ),
    "The post that lacks somebody.": "缺人的岗位。",
    "The officer whose duty is to be taken over.": "谁的班次要人顶。",
    "The date of the duty.": "班次的日期。",
    "When the post of --post lacks somebody; the first time if left out.": "--post 的岗位几点缺人；不写为第一次。",
    "List everybody, with all that is in the way.": "列出所有人和全部妨碍。",
    """Let one officer work the duty of another if that is lawful.

BY_OFFICER works what OFFICER has on DATE and gets nothing back: it counts as a recall for them. Says yes, or
names every rule that this would break (exit 9). A lawful substitution is entered in the exchanges.csv of
BUREAU, so that every later roster keeps it. Both may be named by id, badge or name.
It is judged on the current published version, before the first on ./roster, or on what --roster names.""": (
        """合规时让一人顶另一人的班。

BY_OFFICER 上 OFFICER 在 DATE 的班，不用还班：对本人算召回。合规就答是，否则列出会违反的每条规则（退出码9）。合规的顶班登记到 BUREAU 的 exchanges.csv，以后的排班都照此保留。两人都可写编号、警号或姓名。
以当前发布的版本为准；还没发布过的以 ./roster 为准，或以 --roster 为准。"""
    ),
    "Judge on this ROSTER, not on what is published; ./roster if nothing is.": (
        "以此 ROSTER 为准，不以已发布的为准；没有发布过的为 ./roster。"
    ),
    "Why, for the file.": "原因，记在文件里。",
    "Judge only; enter nothing.": "只判断，不登记。",
    """Swap the duties of two officers if that is lawful.

OFFICER gives the duty of DATE to WITH_OFFICER and works in return what that one has on WITH_DATE. Says yes,
or names every rule that the swap would break (exit 9). A lawful swap is entered in the exchanges.csv of
BUREAU, so that every later roster keeps it. Both may be named by id, badge or name.
It is judged on the current published version, before the first on ./roster, or on what --roster names.""": (
        """合规时让两人换班。

OFFICER 把 DATE 的班给 WITH_OFFICER，还上对方 WITH_DATE 的班。合规就答是，否则列出会违反的每条规则（退出码9）。合规的换班登记到 BUREAU 的 exchanges.csv，以后的排班都照此保留。两人都可写编号、警号或姓名。
以当前发布的版本为准；还没发布过的以 ./roster 为准，或以 --roster 为准。"""
    ),
    """Check every file of a bureau and list all mistakes with their places.

Warns from 60 days before the calendar ends: that is no mistake, but what comes after has to be entered.
Warns of files in the folder that are not read, because nothing names them.

Warns of rotations that break a rule of the rulebook by themselves, tried by arithmetic with nobody absent on
28 dates from --from and beyond: such duties will be let off. A warning is no mistake, so the exit code is 0.""": (
        """检查本局的全部文件，列出所有错误和位置。

日历到期前60天起提醒：这不是错误，但之后的要补录。文件夹里没有列入、因而不读取的文件也提醒。

运转本身就违反规则的也提醒：按无人缺勤，从 --from 起推算28天以上，这样的班次会免勤。提醒不是错误，退出码为0。"""
    ),
}
