"""The workspace on disk: versions in git, safe writing, the journal, who is writing.

The only layer that knows git. Bytes and paths in, values out.
"""
