# Who one is to others.
person-dialog = Your name
person-dialog-help = Others see with your versions who wrote them. This is asked once.
person-dialog-accept = Use this name
person-dialog-skip = Skip
