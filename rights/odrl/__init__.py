"""Policies as ODRL 2.2 in JSON-LD, with the profile of docs/odrl-profile.md; what is written is read again without loss.

Both directions work on plain data, as a YAML file holds it: `write.document` and `read.policy_data`.
"""
