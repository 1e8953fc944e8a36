"""The actions of the workbench as a table; menus, shortcuts and help come from it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action: ``name`` is its slot on the workbench and its message ``action-<name>``."""

    name: str
    shortcut: str = ""
    writes: bool = False
    checkable: bool = False


SEPARATOR = ActionRow("")

MENUS: tuple[tuple[str, tuple[ActionRow, ...]], ...] = (
    (
        "workspace",
        (
            ActionRow("start_page", "Ctrl+Shift+O"),
            ActionRow("import_file", "", writes=True),
            ActionRow("export_document", "Ctrl+E"),
            SEPARATOR,
            ActionRow("save_version", "Ctrl+S", writes=True),
            ActionRow("timeline", "Ctrl+Shift+H"),
            ActionRow("name_version", "", writes=True),
            SEPARATOR,
            ActionRow("upgrade_standard", "", writes=True),
            ActionRow("walk_upgrade", "", writes=True),
            ActionRow("show_proposals", ""),
            ActionRow("release_standard", "", writes=True),
            SEPARATOR,
            ActionRow("quit", "Ctrl+Q"),
        ),
    ),
    (
        "edit",
        (
            ActionRow("undo", "Ctrl+Z", writes=True),
            ActionRow("redo", "Ctrl+Shift+Z", writes=True),
            SEPARATOR,
            ActionRow("find", "Ctrl+F"),
            ActionRow("replace", "Ctrl+H", writes=True),
            SEPARATOR,
            ActionRow("bold", "Ctrl+B", writes=True),
            ActionRow("italic", "Ctrl+I", writes=True),
            ActionRow("link", "Ctrl+K", writes=True),
            ActionRow("bullets", "Ctrl+Shift+8", writes=True),
            ActionRow("numbers", "Ctrl+Shift+7", writes=True),
        ),
    ),
    (
        "clause",
        (
            ActionRow("edit_row", "F2", writes=True),
            ActionRow("insert_clause", "Ctrl+Return", writes=True),
            ActionRow("insert_heading", "Ctrl+Alt+Return", writes=True),
            ActionRow("insert_prose", "", writes=True),
            ActionRow("split_clause", "Ctrl+Shift+Return", writes=True),
            ActionRow("join_clause", "Ctrl+Shift+J", writes=True),
            ActionRow("move_up", "Alt+Up", writes=True),
            ActionRow("move_down", "Alt+Down", writes=True),
            ActionRow("remove_row", "Ctrl+Delete", writes=True),
            SEPARATOR,
            ActionRow("take_change", "Alt+Left", writes=True),
            ActionRow("take_standard", "Alt+Shift+Left", writes=True),
            ActionRow("deviate", "Ctrl+D", writes=True),
            ActionRow("ask_deviation", "Ctrl+Shift+D", writes=True),
            ActionRow("propose_clause", "", writes=True),
        ),
    ),
    (
        "go",
        (
            ActionRow("next_deviation", "F8"),
            ActionRow("previous_deviation", "Shift+F8"),
            ActionRow("next_change", "Ctrl+F8"),
            ActionRow("previous_change", "Ctrl+Shift+F8"),
            ActionRow("next_gap", "F7"),
            ActionRow("previous_gap", "Shift+F7"),
            SEPARATOR,
            ActionRow("focus_outline", "Ctrl+1"),
            ActionRow("focus_lanes", "Ctrl+2"),
            ActionRow("focus_inspector", "Ctrl+3"),
            ActionRow("focus_messages", "Ctrl+4"),
        ),
    ),
    (
        "view",
        (
            ActionRow("show_standard", "Ctrl+Shift+S", checkable=True),
            ActionRow("show_version", "Ctrl+Shift+V"),
            ActionRow("hide_version", ""),
            ActionRow("show_marks", "", checkable=True),
            ActionRow("show_fields", "", checkable=True),
            SEPARATOR,
            ActionRow("larger", "Ctrl++"),
            ActionRow("smaller", "Ctrl+-"),
            ActionRow("normal_size", "Ctrl+0"),
            SEPARATOR,
            ActionRow("dark", "", checkable=True),
            ActionRow("switch_language", "Ctrl+Shift+L"),
        ),
    ),
    (
        "share",
        (
            ActionRow("receive", "F5", writes=True),
            ActionRow("send", "Shift+F5", writes=True),
            SEPARATOR,
            ActionRow("send_package", "", writes=True),
            ActionRow("open_package", "", writes=True),
            SEPARATOR,
            ActionRow("take_back", "", writes=True),
            SEPARATOR,
            ActionRow("connect_place", "", writes=True),
            ActionRow("look_often", "", checkable=True),
        ),
    ),
    (
        "decide",
        (
            ActionRow("next_question", "F9"),
            ActionRow("previous_question", "Shift+F9"),
            SEPARATOR,
            ActionRow("choose_1", "Alt+1", writes=True),
            ActionRow("choose_2", "Alt+2", writes=True),
            ActionRow("choose_3", "Alt+3", writes=True),
            ActionRow("choose_4", "Alt+4", writes=True),
            ActionRow("choose_5", "Alt+5", writes=True),
            ActionRow("choose_6", "Alt+6", writes=True),
            ActionRow("choose_7", "Alt+7", writes=True),
            ActionRow("write_own", "Alt+0", writes=True),
            ActionRow("agree", "Alt+Return", writes=True),
            SEPARATOR,
            ActionRow("next_received", "Ctrl+F9"),
            ActionRow("previous_received", "Ctrl+Shift+F9"),
        ),
    ),
    (
        "discuss",
        (
            ActionRow("suggest_mode", "Ctrl+Shift+E", writes=True, checkable=True),
            ActionRow("next_suggestion", "Ctrl+F7"),
            ActionRow("previous_suggestion", "Ctrl+Shift+F7"),
            ActionRow("accept_change", "Ctrl+Shift+A", writes=True),
            ActionRow("reject_change", "Ctrl+Shift+R", writes=True),
            ActionRow("accept_suggestion", "", writes=True),
            ActionRow("reject_suggestion", "", writes=True),
            ActionRow("show_suggestions", "Ctrl+Shift+N"),
            SEPARATOR,
            ActionRow("open_memo", "Ctrl+Shift+Q"),
            ActionRow("freeze_specification", "", writes=True),
        ),
    ),
    (
        "market",
        (
            ActionRow("answer_clauses", "Ctrl+Shift+B"),
            SEPARATOR,
            ActionRow("show_coverage", "Ctrl+Shift+M"),
            ActionRow("export_coverage", ""),
        ),
    ),
    (
        "settle",
        (
            ActionRow("position_agree", "Ctrl+Alt+A", writes=True),
            ActionRow("position_live", "Ctrl+Alt+L", writes=True),
            ActionRow("position_object", "Ctrl+Alt+O", writes=True),
            ActionRow("position_none", "", writes=True),
            SEPARATOR,
            ActionRow("show_positions", "Ctrl+Shift+P"),
            ActionRow("level_report", ""),
            SEPARATOR,
            ActionRow("close_round", "", writes=True),
            ActionRow("voting_rules", "", writes=True),
            SEPARATOR,
            ActionRow("show_waivers", "Ctrl+Shift+W"),
            ActionRow("show_due", "Ctrl+Shift+U"),
            SEPARATOR,
            ActionRow("check_final", "Ctrl+Shift+F"),
            ActionRow("freeze_version", "Ctrl+Shift+T", writes=True),
            ActionRow("export_final", ""),
            SEPARATOR,
            ActionRow("show_dossier", "Ctrl+Shift+G"),
            SEPARATOR,
            ActionRow("publish_room", "Ctrl+Alt+U", writes=True),
            ActionRow("collect_room", "Ctrl+Alt+H", writes=True),
            ActionRow("publish_answers", "", writes=True),
        ),
    ),
    ("help", (ActionRow("keys", "F1"), ActionRow("about", ""))),
)
