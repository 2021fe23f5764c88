"""Texts that agree with their tables, or are on something else, in the manner of many agencies: nothing is found."""

from decimal import Decimal

import pytest

import govinfo
from govinfo.forms import official_form
from govinfo.testing.samples import sample_report

DEPARTMENT = "青川市林业局"
FORM = official_form("2021")

# The text, the cells that are not zero (of table three without its name and without .total), and the agency.
PASSAGES = [
    (
        "2024年，全县各级行政机关共收到政府信息公开申请126件，其中县政府本级收到32件，上年结转3件，共办结129件。",
        {"new": 126, "carried_over": 3, "results.total": 129},
        "石桥县人民政府",
    ),
    (
        "本年度共受理政府信息公开申请25件，其中当年新收22件，上年结转3件，全部办结。",
        {"new": 22, "carried_over": 3, "results.total": 25},
        "",
    ),
    (
        "全年收到依申请公开12件，其中网上申请8件，信函申请3件，当面申请1件，均已在法定期限内答复，其中予以公开7件、部分公开1件、无法提供3件，不予处理1件。",
        {
            "new": 12,
            "results.total": 12,
            "results.granted": 7,
            "results.partially_granted": 1,
            "results.unavailable.not_held": 3,
            "results.not_processed.repeated": 1,
        },
        "",
    ),
    (
        "2024年收到政府信息公开申请45件（自然人40件、商业企业3件、律师事务所2件），同比2023年（31件）上升45.2%。",
        {"new": 45, "new.natural_person": 40, "new.commercial": 3, "new.legal_services": 2},
        "",
    ),
    (
        "因政府信息公开引发行政复议3件（维持2件，纠正1件），行政诉讼1件（尚未审结）。",
        {
            "review.reconsideration.total": 3,
            "review.reconsideration.upheld": 2,
            "review.reconsideration.corrected": 1,
            "review.litigation_direct.total": 1,
            "review.litigation_direct.pending": 1,
            "new": 1,
        },
        "",
    ),
    (
        "全年公开行政许可信息320条、行政处罚信息56条，公示双随机检查结果18次。",
        {"proactive.licensing.decisions": 400, "proactive.penalties.decisions": 60},
        "",
    ),
    (
        "全年受理行政许可申请230件，办结228件，作出行政处罚决定41件，罚没款12万元。",
        {"proactive.licensing.decisions": 228, "proactive.penalties.decisions": 41},
        "",
    ),
    (
        "本年制定行政规范性文件5件，废止2件，现行有效31件；公开规范性文件5件，同步发布政策解读5篇。",
        {
            "proactive.normative_documents.issued": 5,
            "proactive.normative_documents.repealed": 2,
            "proactive.normative_documents.in_force": 31,
        },
        "",
    ),
    ("全年行政事业性收费12.5万元。", {"proactive.fees.amount": "12.5"}, ""),
    (
        "2024年，我局共收到依申请公开5件，其中4件为自然人申请，1件为企业申请。按时答复率100%。",
        {"new": 5, "new.natural_person": 4, "new.commercial": 1, "results.total": 4, "carried_forward": 1},
        "",
    ),
    (
        "共收到政府信息公开申请18件，加上上年结转2件，共需办理20件，已办结17件，3件结转至下年度继续办理。",
        {"new": 18, "carried_over": 2, "results.total": 17, "carried_forward": 3},
        "",
    ),
    (
        "依申请公开：全年新收18件，较上年增加5件，增长38.46%，均为自然人通过网络平台提交。",
        {"new": 18, "new.natural_person": 18},
        "",
    ),
    (
        "全市政府信息公开申请总量为3126件，同比下降8.3%；其中市本级（含市政府部门）1420件，县（市、区）1706件。",
        {"new": 3126},
        "云河市人民政府",
    ),
    (
        "我局全年共收到公民、法人和其他组织依申请公开事项9件，答复9件，其中同意公开6件，不予公开2件，非本机关政府信息1件。",
        {
            "new": 9,
            "results.total": 9,
            "results.granted": 6,
            "results.refused.enforcement_file": 2,
            "results.unavailable.not_held": 1,
        },
        "",
    ),
    ("本单位未收到政府信息公开申请，没有发生因政府信息公开被申请行政复议或提起行政诉讼的情况。", {}, ""),
    (
        "2024年，街道共收到居民依申请公开信息3件，转区相关部门1件，当年答复3件。行政复议0件、行政诉讼0件。",
        {"new": 3, "results.total": 3},
        "",
    ),
    ("全年发布信息1286条，其中政务动态860条，通知公告126条，政策文件98条，其他信息202条。", {}, ""),
    ("全年通过区政府网站公开信息1286条，通过微信公众号推送620条，微博发布310条。", {}, ""),
    ("全年主动公开政府信息2216条，其中网站公开1286条、公众号推送620条、微博发布310条。", {}, ""),
    ("共举办培训5次，其中集中培训3次，线上培训2次，参训320人次。", {}, ""),
    (
        "政府网站发布信息总数为3000条，其中：概况类信息更新量20条，政务动态信息更新量2000条，信息公开目录信息更新量980条。",
        {},
        "",
    ),
    ("全年组织新闻发布会4场，其中主要负责同志出席1场。", {}, ""),
    ("办理人大建议12件、政协提案8件，办复率100%，满意率100%。", {}, ""),
    (
        "上年结转政府信息公开申请4件，本年新收36件，合计40件；办结38件，其中予以公开20件，占52.6%；部分公开4件，占10.5%；不予公开6件，占15.8%；无法提供8件，占21.1%。结转下年2件。",
        {
            "new": 36,
            "carried_over": 4,
            "results.total": 38,
            "results.granted": 20,
            "results.partially_granted": 4,
            "results.refused.third_party_rights": 6,
            "results.unavailable.not_held": 8,
            "carried_forward": 2,
        },
        "",
    ),
    (
        "从申请内容看，涉及征地拆迁20件、社会保障6件、财政资金4件，其他6件，分别占55.6%、16.7%、11.1%、16.7%。",
        {"new": 36},
        "",
    ),
    (
        "2024年，全局收到信息公开申请十二件，其中自然人十一件，法人一件。",
        {"new": 12, "new.natural_person": 11, "new.commercial": 1},
        "",
    ),
    (
        "2024年办理结果维持1件的行政复议1件；未经复议直接起诉1件，结果维持；复议后起诉1件，尚未审结。",
        {
            "review.reconsideration.total": 1,
            "review.reconsideration.upheld": 1,
            "review.litigation_direct.total": 1,
            "review.litigation_direct.upheld": 1,
            "review.litigation_after_reconsideration.total": 1,
            "review.litigation_after_reconsideration.pending": 1,
            "new": 1,
        },
        "",
    ),
    (
        "市人民政府共办理行政复议案件560件，其中涉及政府信息公开的32件。",
        {"review.reconsideration.total": 32, "new": 1},
        "云河市人民政府",
    ),
    ("公开本单位2023年度决算和2024年度预算信息共4条。2024年3月，印发了2024年政务公开工作要点，明确5项任务。", {}, ""),
    (
        "全年共处理依申请公开政府信息事项8件，其中7件已办结，1件正在办理中。",
        {"new": 8, "results.total": 7, "carried_forward": 1},
        "",
    ),
    ("全年收到申请101件，按照“一事一申请”原则拆分为130件办理。", {"new": 130}, ""),
    ("2024年度政府信息公开申请量较去年有所下降，共计6件，去年为9件，同比下降33.3%。", {"new": 6}, ""),
    ("本年度无新收申请，上年结转1件，已于2024年1月答复。", {"carried_over": 1, "results.total": 1}, ""),
    (
        "全年收到书面申请2件、网络申请5件，共计7件，均为自然人申请，均已按时答复。",
        {"new": 7, "new.natural_person": 7, "results.total": 7},
        "",
    ),
    (
        "全年共收到申请7件，其中1件申请人主动撤回，6件作出答复。",
        {"new": 7, "results.total": 7, "results.other_handling.other": 1, "results.granted": 6},
        "",
    ),
    (
        "行政复议方面：全年新增4件，维持3件，未审结1件。行政诉讼方面：无。",
        {
            "review.reconsideration.total": 4,
            "review.reconsideration.upheld": 3,
            "review.reconsideration.pending": 1,
            "new": 4,
        },
        "",
    ),
    (
        "本年度行政许可事项共办理1.2万件，行政处罚立案15件，结案12件。",
        {"proactive.licensing.decisions": 12034, "proactive.penalties.decisions": 12},
        "",
    ),
    (
        "截至2024年12月31日，现行有效行政规范性文件共12件，本年度新制定1件，清理废止3件。",
        {
            "proactive.normative_documents.issued": 1,
            "proactive.normative_documents.repealed": 3,
            "proactive.normative_documents.in_force": 12,
        },
        "",
    ),
    ("2023年共收到申请30件，2024年共收到申请12件，下降60%。", {"new": 12}, ""),
    ("全省系统共收到申请300件，省局机关收到28件。", {"new": 28}, "云山省税务局"),
    ("受理各类行政复议案件20件，其中信息公开类3件。", {"new": 1, "review.reconsideration.total": 3}, ""),
    ("法院审理涉我局行政诉讼案件6件，其中涉及政府信息公开1件。", {"new": 1, "review.litigation_direct.total": 1}, ""),
    (
        "公示行政许可结果120条、行政处罚决定书45条、双随机抽查结果30条。",
        {"proactive.licensing.decisions": 200, "proactive.penalties.decisions": 60},
        "",
    ),
    (
        "公开规范性文件12份，政策解读12篇。",
        {"proactive.normative_documents.issued": 3, "proactive.normative_documents.in_force": 20},
        "",
    ),
    ("全年共审查拟发布信息420条次，其中不予公开3条。", {}, ""),
    ("今年以来，累计接听热线3200个，办理网民留言56件，办结率100%。", {}, ""),
    ("每季度开展1次信息公开检查，对15个部门进行考核。", {}, ""),
    ("设立政务公开专区12个，其中县级1个，乡镇11个。", {}, "石桥县人民政府"),
    ("全县23个乡镇、46个部门共公开信息12万余条。", {}, "石桥县人民政府"),
    ("收到申请件数同比增加3件，办结率100%。", {"new": 9, "results.total": 9}, ""),
    (
        "全年共收到政府信息公开申请46件，其中：自然人提出42件，占91.3%；法人或其他组织提出4件，占8.7%。",
        {"new": 46, "new.natural_person": 42, "new.commercial": 4},
        "",
    ),
    ("今年收到依申请公开15件，涉及土地征收的9件、规划建设的4件、其他2件。", {"new": 15}, ""),
    ("本年度我单位收到依申请公开2件，其中1件为上年结转。", {"new": 1, "carried_over": 1, "results.total": 2}, ""),
    (
        "收到政府信息公开申请8件（含上年结转1件），办结7件，结转下年1件。",
        {"new": 7, "carried_over": 1, "results.total": 7, "carried_forward": 1},
        "",
    ),
    (
        "申请人向我局提交政府信息公开申请1件，要求公开3份文件，我局依法公开2份、告知不存在1份。",
        {"new": 1, "results.total": 1, "results.partially_granted": 1},
        "",
    ),
    ("公开2024年部门预算1份、2023年部门决算1份。", {}, ""),
    ("2024年上半年收到申请3件，下半年收到申请4件。", {"new": 7}, ""),
    ("一季度收到申请2件，二季度1件，三季度3件，四季度1件，全年合计7件。", {"new": 7}, ""),
    ("我局共接收政府信息公开申请5件（办结5件），与2023年（3件）相比增加2件。", {"new": 5, "results.total": 5}, ""),
    (
        "因不服政府信息公开答复申请行政复议1件，复议机关维持1件；提起行政诉讼1件，正在审理中。",
        {"new": 1, "review.reconsideration.total": 1, "review.litigation_direct.total": 1},
        "",
    ),
    ("依申请公开渠道：网站2件、邮寄1件。信访件转办3件。", {"new": 3}, ""),
    ("实施行政处罚49起，罚款35.2万元。查处案件60起。", {"proactive.penalties.decisions": 49}, ""),
    ("本年度收到政府信息公开申请1300余件。", {"new": 1342}, ""),
    ("近三年共收到政府信息公开申请90件，其中2024年30件。", {"new": 30}, ""),
    ("对2023年收到的5件申请进行了回访，全年组织培训2次。", {}, ""),
    ("根据2023年工作要点，开展培训3次。", {}, ""),
    ("自2023年起，我局每年公开信息100条以上。", {}, ""),
    ("2022年度年报公开1份、2023年度年报公开1份。", {}, ""),
    ("2025年，计划开展培训4次，公开信息不少于100条。", {}, ""),
    ("政府网站访问量达52万人次，同比增长18%。", {}, ""),
    ("政务新媒体关注人数2.3万人，较上年1.8万人增长27.8%。", {}, ""),
    ("全年通过网站公开信息200条，较去年180条增加20条，增长11.1%。", {}, ""),
    ("全年收到申请0件，行政复议0件，行政诉讼0件。", {}, ""),
    ("行政许可0件、行政处罚0件、行政强制0件、行政事业性收费0元。", {}, ""),
    ("行政事业性收费356000元。", {"proactive.fees.amount": "35.6"}, ""),
    ("无行政复议、诉讼；受理行政许可100件。", {"proactive.licensing.decisions": 100}, ""),
    (
        "全年没有收费、没有复议诉讼案件，收到申请2件，已按规定答复2件，其中1件不存在、1件公开。",
        {"new": 2, "results.total": 2, "results.granted": 1, "results.unavailable.not_held": 1},
        "",
    ),
    (
        "收到申请4件，3件已答复，1件因申请人撤回终止办理。",
        {"new": 4, "results.total": 4, "results.granted": 3, "results.other_handling.other": 1},
        "",
    ),
    ("收到申请10件，其中3件延期答复，7件按期答复。", {"new": 10, "results.total": 10}, ""),
    ("全市共收到政府信息公开申请512件，同比增长12.5%；市政府本级收到申请96件。", {"new": 512}, "云河市人民政府"),
    (
        "市政府本级共收到申请96件，办结94件，结转2件。",
        {"new": 96, "results.total": 94, "carried_forward": 2},
        "云河市人民政府办公室",
    ),
    (
        "2024年，全区政府信息公开申请量较大，区政府及各部门、镇街共受理申请620件，其中区政府受理86件。",
        {"new": 620},
        "柳岸区人民政府",
    ),
    ("全年主动公开政府信息5600条，其中区政府门户网站公开3200条，政务微博公开1100条，政务微信公开1900条。", {}, ""),
    (
        "全年收到政府信息公开申请23件，其中当面申请2件、传真申请0件、网络申请15件、信函申请6件。全部按时办结，无超期。",
        {"new": 23, "results.total": 23},
        "",
    ),
    (
        "申请答复情况：2024年共答复申请23件，其中同意公开10件，占43.48%；同意部分公开2件，占8.70%；不同意公开3件，占13.04%；信息不存在5件，占21.74%；其他3件，占13.04%。",
        {
            "results.total": 23,
            "results.granted": 10,
            "results.partially_granted": 2,
            "results.refused.third_party_rights": 3,
            "results.unavailable.not_held": 5,
            "results.other_handling.other": 3,
        },
        "",
    ),
    ("依申请公开受理量为1件（2023年为4件），同比下降75%。", {"new": 1}, ""),
    (
        "共收到政府信息公开申请32件，较2023年减少8件，下降20%。受理的申请中，自然人29件，占90.6%。",
        {"new": 32, "new.natural_person": 29},
        "",
    ),
    (
        "本年度共收到政府信息公开申请25件、上年结转3件，已办结26件，结转2025年度2件。",
        {"new": 25, "carried_over": 3, "results.total": 26, "carried_forward": 2},
        "",
    ),
    (
        "共新收信息公开申请41件，依法办结40件（含上年度结转2件），结转下一年度3件。",
        {"new": 41, "carried_over": 2, "results.total": 40, "carried_forward": 3},
        "",
    ),
    (
        "全年政府信息公开类行政诉讼4件，其中一审3件、二审1件。",
        {"new": 4, "review.litigation_direct.total": 3, "review.litigation_after_reconsideration.total": 1},
        "",
    ),
    ("被申请行政复议1件，结果为驳回；无行政诉讼案件。", {"new": 1, "review.reconsideration.total": 1}, ""),
    (
        "加强政府信息公开行政复议、行政诉讼案件的应对，全年无败诉案件。",
        {"new": 3, "review.reconsideration.total": 1, "review.litigation_direct.total": 1},
        "",
    ),
    ("2024年，共制发文件120件，其中主动公开60件，依申请公开12件，不予公开48件。", {"new": 3}, ""),
    ("全年公文公开属性认定220件，主动公开130件，不予公开90件。", {}, ""),
    ("答复政协提案、人大建议40件，公开40件。", {}, ""),
    ("全年受理12345热线工单560件，办结558件，结转2件。", {}, ""),
    (
        "本年办理行政许可2.3万余件，行政处罚1200余起。",
        {"proactive.licensing.decisions": 23456, "proactive.penalties.decisions": 1234},
        "",
    ),
    (
        "梳理公布行政许可事项清单15项，行政处罚事项120项。",
        {"proactive.licensing.decisions": 320, "proactive.penalties.decisions": 40},
        "",
    ),
    (
        "行政许可、行政处罚“双公示”信息报送320条，报送率100%。",
        {"proactive.licensing.decisions": 310, "proactive.penalties.decisions": 9},
        "",
    ),
    (
        "对2019年以来制发的规范性文件进行清理，共清理56件，保留43件，废止13件。",
        {
            "proactive.normative_documents.issued": 2,
            "proactive.normative_documents.repealed": 13,
            "proactive.normative_documents.in_force": 43,
        },
        "",
    ),
    ("收取行政事业性收费1.2亿元，其中教育收费8000万元。", {"proactive.fees.amount": "12000"}, ""),
    ("未收取任何信息处理费。全年行政事业性收费0万元。", {}, ""),
    (
        "2024年度，我局收到政府信息公开申请2条，答复2条，公开率100%。",
        {"new": 2, "results.total": 2, "results.granted": 1, "results.unavailable.not_held": 1},
        "",
    ),
    ("全年共收到群众来信来访40件，信息公开申请0件。", {}, ""),
    ("全年收到政府信息公开申请及咨询类事项共38件，其中信息公开申请12件。", {"new": 12}, ""),
    ("通过依申请公开平台收到申请3件，其中2件为咨询投诉类，已引导至信访渠道。", {"new": 3, "results.total": 3}, ""),
    ("共收到政府信息公开申请10件，涉及申请人6人，其中1名申请人提出申请4件。", {"new": 10}, ""),
    ("开展政府信息公开培训2期，培训120人次；召开工作推进会3次；通报2次。", {}, ""),
    (
        "（一）主动公开\n1.全年公开信息120条。\n2.公开政策解读8篇。\n（二）依申请公开\n1.收到申请6件。\n2.答复6件。",
        {"new": 6, "results.total": 6},
        "",
    ),
    ("全年无依申请公开事项，较2023年减少2件。", {}, ""),
    (
        "全年共收到2件政府信息公开申请，与上年持平，均为个人申请，均已在20个工作日内答复。",
        {"new": 2, "new.natural_person": 2, "results.total": 2},
        "",
    ),
    (
        "我局收到1件依申请公开，转办至市住建局，已告知申请人。",
        {"new": 1, "results.total": 1, "results.unavailable.not_held": 1},
        "",
    ),
    ("本机关2024年1月1日至12月31日收到申请5件，2025年1月收到1件。", {"new": 5}, ""),
    (
        "因申请人不服答复，引起复议1件，复议机关作出维持决定；引起诉讼1件，法院尚未判决。",
        {"new": 1, "review.reconsideration.total": 1, "review.litigation_after_reconsideration.total": 1},
        "",
    ),
    (
        "本年度收到申请27件，加上2023年结转3件，共办理30件，其中办结28件，结转2025年2件。",
        {"new": 27, "carried_over": 3, "results.total": 28, "carried_forward": 2},
        "",
    ),
    (
        "予以公开类15件，占比50%；部分公开类3件，占比10%；不予公开类6件，占比20%；无法提供类6件，占比20%。",
        {
            "new": 30,
            "results.total": 30,
            "results.granted": 15,
            "results.partially_granted": 3,
            "results.refused.third_party_rights": 6,
            "results.unavailable.not_held": 6,
        },
        "",
    ),
    ("收到政府信息公开申请总数30件，同比减少21.1%（2023年38件）。", {"new": 30}, ""),
    (
        "全年累计受理政府信息公开申请三十二件，其中自然人申请三十件，法人申请二件。",
        {"new": 32, "new.natural_person": 30, "new.commercial": 2},
        "",
    ),
    ("全年共收到申请 １２ 件，办结 １２ 件。", {"new": 12, "results.total": 12}, ""),
    ("全年收到政府信息公开申请1,234件，办结1,234件。", {"new": 1234, "results.total": 1234}, ""),
    ("全年收到政府信息公开申请约1200件。", {"new": 1234}, ""),
    ("全年收到政府信息公开申请近1300件，办结1200多件。", {"new": 1280, "results.total": 1234}, ""),
    ("全年收到政府信息公开申请12至15件。", {"new": 13}, ""),
    ("今年共收到申请4件、答复5件（含上年结转1件）。", {"new": 4, "carried_over": 1, "results.total": 5}, ""),
    ("截至2024年底，网站累计公开信息3.2万条，其中2024年公开4200条。", {}, ""),
    ("没有收到申请，也没有结转；复议诉讼案件为零。", {}, ""),
    ("本年度，收到申请3件，同比增加200%，主要原因是2023年仅1件。", {"new": 3}, ""),
    ("收到依申请公开10件，较去年同期（12件）下降约17%。", {"new": 10}, ""),
    ("信息公开申请同比下降两成，共8件，去年10件。", {"new": 8}, ""),
    ("全年收到申请20件，是去年（5件）的4倍。", {"new": 20}, ""),
    ("全年收到申请20件，比去年（5件）增长3倍。", {"new": 20}, ""),
]


def cell_of(name):
    return next(found for found in (name, f"applications.{name}.total", f"applications.{name}") if found in FORM.by_id)


@pytest.mark.parametrize(("text", "values", "agency"), PASSAGES, ids=[text[:20] for text, _, _ in PASSAGES])
def test_passage(text, values, agency):
    cells = {cell_of(name): Decimal(value) if isinstance(value, str) else value for name, value in values.items()}
    report = sample_report(values=cells, texts={1: text}, year=2024, agency=agency or DEPARTMENT)
    found = [finding for finding in govinfo.check(report, select=["N"]) if finding.rule not in {"N14", "N26"}]
    assert [(finding.rule, finding.message("zh")) for finding in found] == []
