"""The publication check: what stands in a file that must not leave the house.

A reader a kind of file gives what a person can see and what a program keeps beside it
(`reading`); the rules are data (`resources/publication/rules.toml`) and finders over
what was read (`finding`); `cleaning` takes personal data and comments out of a copy.
"""
