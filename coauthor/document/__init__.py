"""The document: model, format, changes, alignment and word difference.

Pure functions over frozen values; nothing here touches disk, clock or screen.
"""
