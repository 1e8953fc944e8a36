"""The one tree of errors that callers may meet.

    CoauthorError
    ├── UserError       the person can mend it: what, where, what to do
    ├── OutsideFailure  the world failed: disk, permission, another program
    └── Cancelled       the person stopped it; never shown

Core code raises codes with parameters; the sentence a person reads is the
catalogue message ``error-<code>``.
"""


class CoauthorError(Exception):
    """Something a person must be told about, as a code with parameters.

    Args:
        code: kebab-case name; the catalogue holds ``error-<code>``.
        parameters: values the sentence mentions.
    """

    def __init__(self, code: str, **parameters: str | int) -> None:
        super().__init__(code, parameters)
        self.code = code
        self.parameters = parameters

    def __reduce__(self) -> tuple[object, ...]:
        # Keyword parameters would be lost on the way from another process.
        return _restore, (type(self), self.code, self.parameters)

    def __str__(self) -> str:
        details = ", ".join(f"{key}={value!r}" for key, value in self.parameters.items())
        return f"{self.code} ({details})" if details else self.code


class UserError(CoauthorError):
    """What was asked cannot be done as it stands; the person can mend it."""


class OutsideFailure(CoauthorError):
    """Disk, permission, or another program stood in the way."""


class Cancelled(CoauthorError):
    """The person stopped the work; nothing changed."""

    def __init__(self) -> None:
        super().__init__("cancelled")


def _restore(
    kind: type[CoauthorError], code: str, parameters: dict[str, str | int]
) -> CoauthorError:
    """Make an error anew that comes from another process."""
    return kind() if kind is Cancelled else kind(code, **parameters)
