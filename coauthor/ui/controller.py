"""All actions of the workbench in one, so that menus and signals find them by name."""

from coauthor.ui.acting.deciding import Deciding
from coauthor.ui.acting.exchanging import Exchanging
from coauthor.ui.acting.going import Going
from coauthor.ui.acting.intake import Intaking
from coauthor.ui.acting.judging import Judging
from coauthor.ui.acting.market import Marketing
from coauthor.ui.acting.matching import Matching
from coauthor.ui.acting.memo import Memos
from coauthor.ui.acting.packages import Packages
from coauthor.ui.acting.program import Program
from coauthor.ui.acting.proposing import Proposing
from coauthor.ui.acting.rooms import Rooms
from coauthor.ui.acting.settling import Settling
from coauthor.ui.acting.sheets import AnswerSheets
from coauthor.ui.acting.signing import Signing
from coauthor.ui.acting.standards import Standards
from coauthor.ui.acting.timeline import Timelines
from coauthor.ui.acting.trust import Trusting
from coauthor.ui.acting.upgrading import Upgrading
from coauthor.ui.acting.versions import Versions
from coauthor.ui.acting.woo import Woo


class Controller(
    Timelines,
    Judging,
    Standards,
    Going,
    Versions,
    Intaking,
    Matching,
    Exchanging,
    Woo,
    Packages,
    Rooms,
    AnswerSheets,
    Deciding,
    Upgrading,
    Proposing,
    Marketing,
    Settling,
    Signing,
    Memos,
    Trusting,
    Program,
):
    """The actions; each method is a row of `actions.MENUS` or a signal's slot."""
