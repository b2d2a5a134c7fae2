namespace UnionBot.Core.Messaging;

/// <summary>What became of a message to a person. Stored as a number, so never reordered.</summary>
public enum OutboundStatus : short
{
    /// <summary>To be sent from <see cref="OutboundMessage.NotBefore"/> on.</summary>
    Queued = 0,

    /// <summary>A host has claimed it; see the lease.</summary>
    Sending = 1,

    /// <summary>Given as the answer to the person's own message.</summary>
    Replied = 2,

    /// <summary>The platform took it; this channel has no delivery report.</summary>
    Accepted = 3,

    /// <summary>The platform reported that it arrived.</summary>
    Delivered = 4,

    /// <summary>The platform refused it for good, or reported that it did not arrive.</summary>
    Failed = 5,

    /// <summary>Its time passed before it could be sent.</summary>
    Expired = 6,

    /// <summary>The platform's answer was lost: it may have arrived; never resent blindly.</summary>
    Unknown = 7,

    /// <summary>No channel is open: told when the person next writes; a push is sent then, if it is still worth it.</summary>
    HeldForContact = 8,

    /// <summary>Not sent by us; <see cref="WithheldReason"/> tells why.</summary>
    Withheld = 9,
}
