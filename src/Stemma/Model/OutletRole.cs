namespace Stemma.Model;

/// <summary>What an outlet named in an article is there.</summary>
public enum OutletRole
{
    /// <summary>Something is laid to it: "the Gazette reported".</summary>
    Origin,

    /// <summary>Somebody spoke to it: "told the Gazette".</summary>
    Told,

    /// <summary>It is the article's own outlet.</summary>
    Own,

    /// <summary>It took a poll: "a Gazette poll".</summary>
    Poll,

    /// <summary>Somebody of it is meant: "the Gazette's Ann Lee".</summary>
    Staff,

    /// <summary>Its text is carried: "(KNA)".</summary>
    Wire,

    /// <summary>It published a document or an opinion piece.</summary>
    Document,

    /// <summary>It is merely named.</summary>
    Named,
}
